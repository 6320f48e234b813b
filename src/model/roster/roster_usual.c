/* roster_usual.c: how exports of directories and spreadsheets call their columns, in English,
 * German, French and Spanish.  The one place where that stands: the man page lists it. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { KEY_LIMIT = 4096 };

/* Compared by letters and digits alone, in any case; accents stand here in lower case.  What
 * is meant most stands first. */
static const struct usual {
	enum roster_field field;
	const char *name;
	enum roster_yes yes;		/* of a status */
} usual[] = {
#define EMAIL(name) { ROSTER_EMAIL, name, YES_UNSAID }
	EMAIL("Email"), EMAIL("Email address"), EMAIL("Mail"), EMAIL("Mail address"),
	EMAIL("Primary email"), EMAIL("Work email"), EMAIL("User email"),
	EMAIL("Member email"), EMAIL("Email address to invite"), EMAIL("inviteeEmail"),
	EMAIL("E-Mail-Adresse"), EMAIL("Mailadresse"),
	EMAIL("Prim\303\244re E-Mail-Adresse"),
	EMAIL("Adresse e-mail"), EMAIL("Adresse mail"), EMAIL("Adresse de messagerie"),
	EMAIL("Courriel"), EMAIL("Adresse courriel"),
	EMAIL("Correo electr\303\263nico"), EMAIL("Correo electronico"),
	EMAIL("Direcci\303\263n de correo electr\303\263nico"),
	EMAIL("Direccion de correo electronico"), EMAIL("Correo"),
#define LOGIN(name) { ROSTER_LOGIN, name, YES_UNSAID }
	LOGIN("User principal name"), LOGIN("Benutzerprinzipalname"), LOGIN("UPN"),
	LOGIN("Member object ID or user principal name"), LOGIN("memberObjectIdOrUpn"),
	LOGIN("Login"), LOGIN("User login"), LOGIN("User name"), LOGIN("Sign-in name"),
	LOGIN("Benutzername"), LOGIN("Anmeldename"), LOGIN("Nom d'utilisateur"),
	LOGIN("Nom d'utilisateur principal"), LOGIN("Identifiant"),
	LOGIN("Nombre de usuario"), LOGIN("Nombre principal de usuario"),
#define STATUS(name, yes) { ROSTER_STATUS, name, yes }
	STATUS("Account enabled", YES_ACTIVE), STATUS("Konto aktiviert", YES_ACTIVE),
	STATUS("Compte activ\303\251", YES_ACTIVE), STATUS("Cuenta habilitada", YES_ACTIVE),
	STATUS("Block sign in (Yes/No)", YES_SUSPENDED), STATUS("Block sign in", YES_SUSPENDED),
	STATUS("Anmeldung blockieren (Ja/Nein)", YES_SUSPENDED),
	STATUS("Anmeldung blockieren", YES_SUSPENDED), STATUS("Block credential", YES_SUSPENDED),
	STATUS("Suspended", YES_SUSPENDED), STATUS("Is suspended", YES_SUSPENDED),
	STATUS("Deactivated", YES_SUSPENDED), STATUS("Is deactivated", YES_SUSPENDED),
	STATUS("Disabled", YES_SUSPENDED), STATUS("Is disabled", YES_SUSPENDED),
	STATUS("Inactive", YES_SUSPENDED), STATUS("Blocked", YES_SUSPENDED),
	STATUS("Archived", YES_SUSPENDED), STATUS("Is archived", YES_SUSPENDED),
	STATUS("Deleted", YES_SUSPENDED), STATUS("Is deleted", YES_SUSPENDED),
	STATUS("Terminated", YES_SUSPENDED), STATUS("Is terminated", YES_SUSPENDED),
	STATUS("Gesperrt", YES_SUSPENDED), STATUS("Deaktiviert", YES_SUSPENDED),
	STATUS("Suspendu", YES_SUSPENDED), STATUS("D\303\251sactiv\303\251", YES_SUSPENDED),
	STATUS("Suspendido", YES_SUSPENDED), STATUS("Desactivado", YES_SUSPENDED),
	STATUS("User status", YES_UNSAID), STATUS("Account status", YES_UNSAID),
	STATUS("Member status", YES_UNSAID), STATUS("Employment status", YES_UNSAID),
	STATUS("Employee status", YES_UNSAID), STATUS("Worker status", YES_UNSAID),
	STATUS("Lifecycle status", YES_UNSAID), STATUS("Status", YES_UNSAID),
	STATUS("Benutzerstatus", YES_UNSAID), STATUS("Kontostatus", YES_UNSAID),
	STATUS("Mitarbeiterstatus", YES_UNSAID), STATUS("Besch\303\244ftigungsstatus", YES_UNSAID),
	STATUS("Statut", YES_UNSAID), STATUS("\303\251tat", YES_UNSAID),
	STATUS("Estado", YES_UNSAID),
	STATUS("User state", YES_UNSAID), STATUS("Account state", YES_UNSAID),
	STATUS("Lifecycle state", YES_UNSAID), STATUS("State", YES_UNSAID),
	STATUS("Enabled", YES_ACTIVE), STATUS("Is enabled", YES_ACTIVE),
	STATUS("Active", YES_ACTIVE), STATUS("Is active", YES_ACTIVE),
	STATUS("Aktiv", YES_ACTIVE), STATUS("Aktiviert", YES_ACTIVE),
	STATUS("Actif", YES_ACTIVE), STATUS("Activ\303\251", YES_ACTIVE),
	STATUS("Activo", YES_ACTIVE), STATUS("Habilitado", YES_ACTIVE),
#define KIND(name) { ROSTER_KIND, name, YES_UNSAID }
	KIND("Object type"), KIND("User type"), KIND("Member type"), KIND("@odata.type"), KIND("Type"),
	KIND("Objekttyp"), KIND("Benutzertyp"), KIND("Type d'objet"), KIND("Type d'utilisateur"),
	KIND("Tipo de objeto"), KIND("Tipo de usuario"),
#define NAME(name) { ROSTER_NAME, name, YES_UNSAID }
	NAME("Display name"), NAME("Full name"), NAME("Name"), NAME("Member name"),
	NAME("Anzeigename"), NAME("Vollst\303\244ndiger Name"), NAME("Nom complet"),
	NAME("Nom d'affichage"), NAME("Nom affich\303\251"), NAME("Nombre completo"),
	NAME("Nombre para mostrar"),
#define FIRST(name) { ROSTER_FIRST_NAME, name, YES_UNSAID }
	FIRST("First name"), FIRST("Given name"), FIRST("Forename"), FIRST("Vorname"),
	FIRST("Pr\303\251nom"), FIRST("Prenom"), FIRST("Nombre"), FIRST("Nombre de pila"),
#define LAST(name) { ROSTER_LAST_NAME, name, YES_UNSAID }
	LAST("Last name"), LAST("Surname"), LAST("Family name"), LAST("sn"), LAST("Nachname"),
	LAST("Familienname"), LAST("Nom de famille"), LAST("Nom"), LAST("Apellidos"),
	LAST("Apellido"),
#define ROLE(name) { ROSTER_ROLE, name, YES_UNSAID }
	ROLE("Role"), ROLE("Workspace role"), ROLE("Rolle"), ROLE("R\303\264le"), ROLE("Rol"),
#define GROUPS(name) { ROSTER_GROUPS, name, YES_UNSAID }
	GROUPS("Groups"), GROUPS("Group"), GROUPS("Member of"), GROUPS("Group name"),
	GROUPS("Group names"), GROUPS("Gruppe(n)"), GROUPS("Gruppe"), GROUPS("Mitglied von"),
	GROUPS("Groupe(s)"), GROUPS("Groupe"), GROUPS("Membre de"), GROUPS("Grupo(s)"),
	GROUPS("Grupo"), GROUPS("Miembro de"),
};

/* Words behind a name that say no more than whether it must be filled. */
static const char *const remarks[] = { "required", "readonly", "uploadonly", "optional",
	"erforderlich", "pflichtfeld", "obligatoire", "facultatif", "obligatorio", "opcional" };

/* Those of a state of an address, where they stand beside one of these. */
static const char *const places[] = { "state", "Estado", "\303\251tat" };
static const char *const beside[] = { "City", "Country", "Country/Region", "Postal code",
	"Zip", "Zip code", "Street", "Street address", "Ciudad", "Pa\303\255s", "Ville", "Pays",
	"Ort", "Land", "PLZ" };

void roster_key(struct buf *out, const char *text, size_t n)
{
	struct buf folded, part;
	const char *at;

	buf_init(&part, KEY_LIMIT);
	buf_init(&folded, 2 * KEY_LIMIT);
	buf_add(&part, text, n);
	text_fold(&folded, buf_text(&part));
	for (at = buf_text(&folded); *at; at++)
		if ((unsigned char)*at >= 0x80 || (*at >= 'a' && *at <= 'z') ||
		    (*at >= '0' && *at <= '9'))
			buf_addc(out, *at);
	buf_release(&folded);
	buf_release(&part);
}

const char *roster_usual(enum roster_field field, size_t n)
{
	size_t i;

	for (i = 0; i < COUNT_OF(usual); i++)
		if (usual[i].field == field && n-- == 0)
			return usual[i].name;
	return NULL;
}

/* A key, against a name of the tables, whose accents are in lower case. */
static bool is_key_of(const char *key, const char *name)
{
	for (; *name; name++) {
		if (!((unsigned char)*name & 0x80) && !isalnum((unsigned char)*name))
			continue;
		if (*key++ != (char)tolower((unsigned char)*name))
			return false;
	}
	return !*key;
}

bool roster_same(const char *header, const char *name)
{
	struct buf key;
	bool same;

	if (strlen(header) > KEY_LIMIT / 4)
		return false;
	buf_init(&key, KEY_LIMIT);
	roster_key(&key, header, strcspn(header, "["));
	same = is_key_of(buf_text(&key), name);
	buf_release(&key);
	return same;
}

static const struct usual *of_key(const char *key)
{
	size_t i;

	for (i = 0; i < COUNT_OF(usual); i++)
		if (is_key_of(key, usual[i].name))
			return &usual[i];
	return NULL;
}

/* The same name without a remark behind it. */
static const struct usual *known(const char *text, size_t n)
{
	const struct usual *found;
	struct buf key;
	size_t i, len;

	buf_init(&key, KEY_LIMIT);
	roster_key(&key, text, n);
	found = of_key(buf_text(&key));
	for (i = 0; i < COUNT_OF(remarks) && !found; i++) {
		len = strlen(remarks[i]);
		if (key.len <= len || strcmp(key.data + key.len - len, remarks[i]) != 0)
			continue;
		key.data[key.len -= len] = '\0';
		found = of_key(buf_text(&key));
	}
	buf_release(&key);
	return found;
}

/* "S/N" numbers the lines: no surname, as the "sn" of directories is. */
static bool is_serial(const char *header)
{
	return strpbrk(header, "/.") && roster_same(header, "sn");
}

/* "Name [displayName] Required": a name, what a program calls it, and a remark. */
bool roster_header_field(const char *header, enum roster_field *field, size_t *rank)
{
	const char *open = strchr(header, '['), *close = open ? strchr(open, ']') : NULL;
	size_t n = close ? (size_t)(open - header) : strlen(header);
	const struct usual *found;

	if (strlen(header) > KEY_LIMIT / 4 || is_serial(header))
		return false;
	found = known(header, n);
	if (!found && close)
		found = known(open + 1, (size_t)(close - open - 1));
	if (!found)
		return false;
	*field = found->field;
	*rank = (size_t)(found - usual);
	return true;
}

/* Called so by itself, not by what a program calls it: a program may call a column by the
 * opposite of its name (Entra: "Block sign in [accountEnabled]"). */
enum roster_yes roster_header_yes(const char *header)
{
	const struct usual *found = strlen(header) > KEY_LIMIT / 4 ? NULL :
		known(header, strcspn(header, "["));

	return found ? found->yes : YES_UNSAID;
}

static bool is_one_of(const char *header, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (roster_same(header, names[i]))
			return true;
	return false;
}

bool roster_is_place(const struct roster *list, size_t column)
{
	size_t i;

	if (!is_one_of(list->header[column], places, COUNT_OF(places)))
		return false;
	for (i = 0; i < list->n_columns; i++)
		if (is_one_of(list->header[i], beside, COUNT_OF(beside)))
			return true;
	return false;
}
