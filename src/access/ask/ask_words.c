/* ask_words.c: the words of questions and what they are for, in all their forms. */
#include "access/ask/ask_priv.h"

#include <string.h>

#include "base/attr.h"

enum { OPEN_LEAST = 2 };

#define APP ASK_DO(LEVEL_APP_ONLY, -1)
#define VIEW ASK_DO(LEVEL_CAN_VIEW, -1)
#define EDIT ASK_DO(LEVEL_CAN_EDIT, -1)
#define FULL ASK_DO(LEVEL_FULL_ACCESS, -1)

/* Words parted by blanks. */
static const struct { enum ask_word is; int value; const char *words; } list[] = {
	{ W_WHO, 0, "who whom whos whose" },
	{ W_WHAT, 0, "what whats whatever" },
	{ W_WHICH, 0, "which" },
	{ W_WHERE, 0, "where wheres" },
	{ W_WHY, 0, "why whys explain reason reasons because" },
	{ W_HOW, 0, "how hows" },
	{ W_WHEN, 0, "when since" },
	{ W_AUX, 0, "can could may might must shall should will would do does did done "
	  "is are am was were be been being has have had having able allowed permitted "
	  "possible" },
	{ W_NOT, 0, "not no never cannot nobody none nothing unable without" },
	{ W_DO, VIEW, "see sees seeing seen saw view views viewing viewed viewable "
	  "visible open opens opening opened read reads reading look looks looking "
	  "looked visit visits watch logic code notebook viewership" },
	{ W_DO, APP, "app apps published interact interacts interacting app-only" },
	{ W_DO, EDIT, "edit edits editing edited editable change changes changing "
	  "changed modify modifies modifying modified update updates updating updated "
	  "write writes writing wrote written alter alters altering save saves" },
	{ W_DO, ASK_DO(LEVEL_CAN_EDIT, CAN_RUN), "run runs running ran rerun execute "
	  "executes executing executed" },
	{ W_DO, ASK_DO(LEVEL_CAN_VIEW, CAN_COMMENT_LOGIC), "comment comments commenting "
	  "commented" },
	{ W_DO, ASK_DO(LEVEL_CAN_EDIT, CAN_SHARE), "share shares sharing invite invites "
	  "inviting" },
	{ W_DO, ASK_DO(LEVEL_CAN_EDIT, CAN_WRITE_BACK), "write-back writeback" },
	{ W_DO, ASK_DO(LEVEL_CAN_VIEW, CAN_DUPLICATE), "duplicate duplicates duplicating "
	  "copy copies copying clone clones fork" },
	{ W_DO, ASK_DO(LEVEL_FULL_ACCESS, CAN_RENAME), "rename renames renaming renamed" },
	{ W_DO, ASK_DO(LEVEL_FULL_ACCESS, CAN_DELETE), "delete deletes deleting deleted "
	  "remove removes removing trash trashes trashing destroy" },
	{ W_DO, ASK_DO(LEVEL_FULL_ACCESS, CAN_MANAGE), "manage manages managing managed "
	  "administer archive archives archiving transfer transfers" },
	{ W_DO, FULL, "full full-access full_access" },
	{ W_DO, EDIT, "can-edit can_edit" },
	{ W_DO, VIEW, "can-view can_view view-only read-only readonly" },
	{ W_USE, 0, "use uses using used usable usage query queries querying connect "
	  "connects connecting import imports importing imported" },
	{ W_VALUE, 0, "value values reveal reveals revealing revealed plaintext" },
	{ W_ACCESS, 0, "access accesses accessing accessible reach reaches reaching "
	  "permission permissions rights right level shared privileges entitled" },
	{ W_HELD, 0, "held hold holds holding downgraded limited limits limit blocked "
	  "blocks block blocking restricted restricts stops stop stopped stopping "
	  "prevents prevent prevented stuck lose loses lost denied keeps keep "
	  "reduced lowered less" },
	{ W_FIX, 0, "fix fixes let lets give gives grant grants make makes allow allows "
	  "enable help helps need needs needed take takes get gets lift unblock" },
	{ W_OWN, 0, "own owns owner owners owned owning" },
	{ W_MEMBER, 0, "member members belong belongs belonging" },
	{ W_ROLE, ROLE_ADMIN, "admin admins administrator administrators" },
	{ W_ROLE, ROLE_MANAGER, "manager managers" },
	{ W_ROLE, ROLE_EDITOR, "editor editors author authors" },
	{ W_ROLE, ROLE_EXPLORER, "explorer explorers" },
	{ W_ROLE, ROLE_VIEWER, "viewer viewers" },
	{ W_ROLE, ROLE_GUEST, "guest guests" },
	{ W_EVERY, 0, "everyone everybody all every workspace company organization "
	  "organisation" },
	{ W_ANY, 0, "anyone anybody someone somebody" },
	{ W_PUBLIC, 0, "public publicly web internet visitor visitors anonymous stranger "
	  "strangers link outsider outsiders" },
	{ W_ME, 0, "i me my myself im" },
	{ W_THIS, 0, "this it here that its him her he she they them their his" },
	{ W_PROJECT, 0, "project projects dashboard dashboards" },
	{ W_PERSON, 0, "user users person people persons colleague colleagues "
	  "individuals" },
	{ W_GROUP, 0, "group groups team teams" },
	{ W_ASSET, 0, "asset assets connection connections data database databases "
	  "secret secrets package packages integration integrations warehouse source "
	  "sources bucket credential credentials token key files" },
	{ W_SHOW, 0, "show shows list lists tell find check display know wonder ask "
	  "please hey hi ok so and" },
	{ W_STOP, 0, "a an the of on in to into for from with at by or but if then "
	  "there any some just only still ever now really actually also even "
	  "currently today anymore longer more than least as many much kind sort "
	  "through via about between inside within up out off over under "
	  "thing things anything something everything come does we us you your "
	  "our one ones these those other else please thanks like want wants "
	  "trying try tries supposed exactly stuff able it's" },
};

static bool has_word(const char *words, const char *word, size_t len, bool begins)
{
	const char *s = words;
	size_t n;

	for (; *s; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		if ((n == len || (begins && n > len)) &&
		    strncmp(s, word, len) == 0)
			return true;
	}
	return false;
}

enum ask_word ask_word_is(const char *word, bool open, int *value)
{
	size_t len = strlen(word), i;
	bool begins;

	for (begins = false; ; begins = true) {
		for (i = 0; i < COUNT_OF(list); i++)
			if (has_word(list[i].words, word, len, begins)) {
				*value = list[i].value;
				return list[i].is;
			}
		if (begins || !open || len < OPEN_LEAST)
			return W_UNKNOWN;
	}
}
