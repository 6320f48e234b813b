/* state_file.h: small files that outlive a session, for nobody else: what the program
 * remembers in the state folder of the user ($XDG_STATE_HOME/gatehouse, else
 * ~/.local/state/gatehouse), what was chosen in the config folder
 * ($XDG_CONFIG_HOME/gatehouse, else ~/.config/gatehouse). */
#ifndef ACTION_CORE_STATE_FILE_H
#define ACTION_CORE_STATE_FILE_H

#include <stdbool.h>

#include "base/buf.h"

enum { STATEFILE_MAX = 4 * 1024 * 1024 };

/* All of it; out stays empty where there is none. */
void statefile_read(const char *name, struct buf *out);
/* Replace it in one step, 0600, making the folder.  False: it could not be (which
 * is no reason to keep anybody from working). */
bool statefile_write(const char *name, const struct buf *text);
/* The same of the config folder. */
void configfile_read(const char *name, struct buf *out);
/* Of a file written by hand, which may be a link.  False: it is there and not read; *why
 * (not to be freed): it is no plain file, others may write to it, it is larger than out
 * takes, it is no text. */
bool configfile_by_hand(const char *name, struct buf *out, const char **why);
bool configfile_write(const char *name, const struct buf *text);
/* The same of a file that all users of the machine share: in /var/lib/gatehouse, where
 * that folder may be written to, else it is the user's own. */
void statefile_read_shared(const char *name, struct buf *out);
bool statefile_write_shared(const char *name, const struct buf *text);

#endif
