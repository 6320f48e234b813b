/* check_reason_step.c: words of reasons that say something else in one step: that of the
 * SSH server before a database is not the database's. */
#include <string.h>

#include "base/attr.h"
#include "model/check/check_reason.h"

static const struct { const char *step; struct check_reason reason; } all[] = {
	{ "dns", { "timeout", "No name server answered in time",
	  "The name servers of this machine cannot be reached, or hang.",
	  "Check the name servers of this machine (/etc/resolv.conf); {host} is looked up "
	  "there." } },
	{ "tunnel", { "tls-untrusted", "The key of the SSH server is not known here",
	  "Nobody has accepted it yet as the Unix user of this console; or it changed, or "
	  "another server answers there.",
	  "As that user: ssh -p {ssh_port} {ssh_username}@{ssh_host}, compare the "
	  "fingerprint with the server's, answer yes. Where the server has a new key: "
	  "ssh-keygen -R \"[{ssh_host}]:{ssh_port}\" (port 22: -R {ssh_host}) before." } },
	{ "tunnel", { "auth-bad", "The SSH server did not take the key",
	  "The key of this console's Unix user is not authorized there, has a passphrase, "
	  "or there is none.",
	  "As that user: ssh-keygen -t ed25519 -N \"\", then add ~/.ssh/id_ed25519.pub on "
	  "{ssh_host} to ~{ssh_username}/.ssh/authorized_keys, behind: "
	  "restrict,port-forwarding,permitopen=\"{host}:{port}\"" } },
	{ "tunnel", { "dns", "The name of the SSH server is not known here",
	  "It is misspelt, or only known in another network.",
	  "Check the SSH host {ssh_host}; this machine must be able to look it up." } },
	{ "tunnel", { "refused", "No SSH server listens there",
	  "It is not running, or listens on another port.",
	  "Check SSH host and SSH port ({ssh_host}, {ssh_port}), and that sshd is "
	  "running." } },
	{ "tunnel", { "timeout", "The SSH server did not answer in time",
	  "A firewall drops the packets, or the server hangs.",
	  "Let this machine through to {ssh_host}, port {ssh_port}, then try again." } },
	{ "tunnel", { "reset", "The SSH server cut the connection",
	  "It has too many connections, or does not like this machine's address.",
	  "Look into the log of sshd on {ssh_host}." } },
	{ "tunnel", { "protocol", "What listens there is no SSH server",
	  "The port is another service's.",
	  "Check SSH host and SSH port: {ssh_host}, {ssh_port}." } },
	{ "tunnel", { "tls-weak", "The SSH server is too old",
	  "It offers no way of encryption that is still good.",
	  "Have OpenSSH renewed on {ssh_host}." } },
	{ "tunnel", { "no-driver", "There is no ssh on this machine",
	  "Tunnels are made by the system's own ssh.",
	  "Install it: apt install openssh-client" } },
	{ "tunnel", { "config", "The SSH settings do not suffice",
	  "A field is missing, or its value cannot be used.",
	  "Edit SSH host, SSH port and SSH username, and try again." } },
};

const struct check_reason *check_reason_at(const char *step, const char *id)
{
	size_t i;

	for (i = 0; id && i < COUNT_OF(all); i++)
		if (strcmp(all[i].step, step) == 0 && strcmp(all[i].reason.id, id) == 0)
			return &all[i].reason;
	return check_reason_find(id);
}
