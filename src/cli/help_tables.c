/* help_tables.c: what help says beside the action table. */
#include "cli/help.h"

const struct help_line help_options[] = {
	{ "--store FILE", "the workspace; else $GATEHOUSE_STORE, else "
	  "gatehouse/workspace.db in the data folder" },
	{ "--as EMAIL", "see with the eyes of this person (reads only, but in "
	  "a demo)" },
	{ "--format F", "text, json or csv" },
	{ "--dry-run", "writing verbs: show what would change, change nothing" },
	{ "--all", "with --dry-run: every row, not the first 40" },
	{ "--reason WHY", "kept with the event of what is done" },
	{ "--yes", "do not ask; without a terminal what asks needs it" },
	{ "--no-color", "no colours" },
	{ "--plain", "the console without cursor addressing" },
	{ "--help", "help on a noun or a verb" },
	{ "--version", "name and version" },
	{ 0 },
};

const struct help_line help_statuses[] = {
	{ "0", "done" },
	{ "1", "a check, test or expectation did not hold" },
	{ "2", "wrong usage or invalid input" },
	{ "3", "denied" },
	{ "4", "not found" },
	{ "5", "conflict: changed meanwhile, or it would break a rule" },
	{ "6", "vault locked" },
	{ "7", "remote service or network" },
	{ "8", "store busy, damaged or not ours" },
	{ "70", "a bug" },
	{ 0 },
};

const struct help_line help_environment[] = {
	{ "GATEHOUSE_STORE", "the workspace, where --store is not given" },
	{ "XDG_DATA_HOME", "the data folder; ~/.local/share where unset" },
	{ "XDG_CONFIG_HOME", "the folder of settings; ~/.config where unset" },
	{ "COLORFGBG", "what the theme auto goes by" },
	{ "SUDO_UID", "who one is, where the kernel knows no login uid" },
	{ "NO_COLOR", "no colours" },
	{ "GATEHOUSE_SYSLOG", "socket of the system's log for checkpoints, "
	  "/dev/log where unset; none: they go to their file alone" },
	{ "GATEHOUSE_PLAIN", "1: as --plain" },
	{ 0 },
};

const struct help_line help_audit[] = {
	{ "what is kept", "Each change is one event in the same transaction: number, time, "
	  "operation, actor, as whom, login, ssh client, terminal, verb, targets, reason, "
	  "what it was before and after by field, and the hash of the event before.  So is "
	  "each reveal of a secret, before it is shown.  A secret value is never "
	  "kept: value_hash, under a key of the vault and of this value's place, tells "
	  "whether it was changed or given again, within an epoch." },
	{ "checkpoints", "After each change a line goes to the file of checkpoints and to "
	  "syslog (authpriv.info): the store, the revision, its hash, who, which verb.  "
	  "While the vault is open an Admin's key signs it.  Keep a copy where the store's "
	  "owner cannot write, or make the file append-only (chattr +a)." },
	{ "copies", "A backup has the lines beside it, and what was signed: FILE.checkpoints "
	  "and FILE.signed go where FILE goes.  A store without its lines, such as a plain "
	  "copy or one of an earlier version, is called wrong, also after the next change, "
	  "and where nothing is signed either its vault is not used, until an Admin takes "
	  "it as it is: gatehouse audit checkpoint.  Where another "
	  "file of checkpoints was chosen a backup goes by that one, which soon tells of "
	  "more: judge it with audit verify --checkpoint FILE.checkpoints." },
	{ "audit verify", "needs no key.  It finds events that were changed, left out or cut "
	  "off (a -wal file that was cut, an older copy that was put back), a history "
	  "written anew, forged signatures, and rows written by hand since an Admin last "
	  "opened the vault, one by one.  An event excuses the rows that it names; one that "
	  "gives a value is written with the vault open, so that a line signed then, or "
	  "later, covers it: where none does, the value counts as written by hand.  While "
	  "such rows stand no verb that opens the vault "
	  "uses it: no value goes out or in.  The same after a whole workspace was replaced "
	  "without the vault open, until an Admin has looked and takes it as it is: gatehouse "
	  "audit checkpoint --accept.  How many of the newest changes no key signed, vault "
	  "unlock says as well: an Admin without a key makes such, and so does whoever writes "
	  "events into the file." },
	{ "what it cannot find", "what somebody does who can write the store, the file of "
	  "checkpoints and the log of the machine, before anybody has signed; rows written "
	  "by hand before an import, when the tables are next signed after it; and whether "
	  "an event that no key signed was made by the one it names." },
	{ "what is not audited", "reading: lists, names, permissions, previews, what-if, "
	  "as-of, exports, backups; moving about, filters and settings of the console; acting "
	  "as somebody, while nothing is changed; unlocking and locking the vault (a "
	  "line among the checkpoints tells of unlocking), and wrong passphrases; results of "
	  "connection checks; what is refused; what is done in Hex." },
	{ 0 },
};

const struct help_line help_checks[] = {
	{ "a process each", "gatehouse-courier asks services over HTTPS, probe-postgres, "
	  "probe-mariadb and probe-sqlserver ask databases; warehouses (ClickHouse, Trino, Presto, "
	  "Starburst, Databricks, Snowflake, BigQuery, Athena) are such services, and nothing "
	  "but a constant line is run there.  The credential comes over standard input: it stands "
	  "in no argument, variable, file or message, also where a server repeats it.  The "
	  "process has no environment, leaves no core and cannot be looked into, has 512 MB, "
	  "64 files and 60 seconds of the processor, and ends with the console.  To cancel a "
	  "check is to kill it." },
	{ "who is trusted", "TLS 1.2 or newer, and a certificate for that host by one of the "
	  "authorities of this machine (ca-certificates) or of the CA file that is given, "
	  "which is added to them.  Where it is not trusted, the certificate is shown with "
	  "its SHA-256, and gets no credential." },
	{ "where it goes", "To the host that is named, and to no other: redirects are not "
	  "followed, pages of a list only within the same scheme, host and port.  http is for "
	  "this machine alone, of warehouses for ClickHouse and, without a password, Trino, "
	  "Presto and Starburst, where no CA file is given and the port is none of 443, 8443 and "
	  "9440.  No proxy, cookie, .netrc or .curlrc has a say.  Refused after "
	  "the look-up are addresses of the link (169.254.0.0/16, fe80::/10) and those where "
	  "a cloud answers its machines." },
	{ "how much", "Of an answer 256 kB of its head and, as a rule, 4 MB of its body are "
	  "read, unpacked; a connection has 5 seconds to come about, and who sends less than 10 "
	  "bytes a second for 10 seconds is given up.  What only reads is asked again, twice "
	  "at most, when the service was away for a moment; what changes something never is." },
	{ NULL, NULL }
};

const char *const help_bastion[] = {
	"A user of its own owns the store; nobody signs in as that user.  As root:",
	"",
	"useradd --system --home-dir /var/lib/gatehouse --shell /usr/sbin/nologin _gatehouse",
	"groupadd gatehouse-admins",
	"install -d -o _gatehouse -g _gatehouse -m 0700 /var/lib/gatehouse",
	"install -d -o root -g _gatehouse -m 0750 /var/log/gatehouse",
	"install -o _gatehouse -g _gatehouse -m 0600 /dev/null /var/log/gatehouse/checkpoints",
	"chattr +a /var/log/gatehouse/checkpoints",
	"",
	"One rule in /etc/sudoers.d/gatehouse (visudo -f) lets the admins in:",
	"",
	"Defaults!/usr/bin/gatehouse use_pty, env_reset, env_keep += \"SSH_CONNECTION\"",
	"%gatehouse-admins ALL=(_gatehouse) NOPASSWD: /usr/bin/gatehouse",
	"",
	"and so they come in:",
	"",
	"sudo -u _gatehouse gatehouse --store /var/lib/gatehouse/workspace.db",
	"",
	"Who has no other business on the machine gets the console and no shell, in "
	"/etc/ssh/sshd_config:",
	"",
	"Match Group gatehouse-admins",
	"    ForceCommand /usr/bin/sudo -u _gatehouse /usr/bin/gatehouse --store "
	"/var/lib/gatehouse/workspace.db",
	"    PermitTTY yes",
	"    AllowTcpForwarding no",
	"    AllowAgentForwarding no",
	"    X11Forwarding no",
	"    PermitTunnel no",
	"",
	"Then, as the first admin and for each other one:",
	"",
	"gatehouse workspace init --name N --plan enterprise --admin EMAIL",
	"gatehouse user edit EMAIL --unix-login LOGIN",
	"gatehouse audit checkpoint --file /var/log/gatehouse/checkpoints",
	"",
	"Who one is comes from the login uid of the kernel, else from sudo, which sets "
	"SUDO_UID itself.  SSH_CONNECTION is what the session says of itself.  workspace "
	"verify looks at owner, modes, links and file system.",
	NULL
};

const char *const help_tunnel[] = {
	"connection test goes through the SSH server of a connection with this machine's ssh "
	"(openssh-client), as the Unix user of the console: with the key of that user's "
	"~/.ssh (id_ed25519, id_ecdsa or id_rsa, without a passphrase) and the servers in "
	"its known_hosts or in /etc/ssh/ssh_known_hosts.  No agent, no file of settings and "
	"no password counts.  Once for each SSH server, as root on the bastion above:",
	"",
	"sudo -H -u _gatehouse ssh-keygen -t ed25519 -N \"\"",
	"sudo -H -u _gatehouse ssh -p 22 hex@gate.acme.example",
	"",
	"The second asks whether the server's key is right: compare it, answer yes; that the "
	"sign-in fails then is no matter.  On the SSH server the public key goes into the "
	"authorized_keys of the SSH username, for this alone:",
	"",
	"restrict,port-forwarding,permitopen=\"db.acme.example:5432\" ssh-ed25519 AAAA...",
	"",
	"While a check runs, some seconds, a port of this machine's loopback leads to the "
	"database: other users of the machine reach it there, and still have to sign in.",
	NULL
};
