#!/bin/sh
# What one may see has one door (src/access/seen.h): screen, cli and the reading verbs
# take no thing, name or count out of the facts, but for the files below, each with its
# reason.
. "${srcdir_abs:-.}/tests/house/tap.sh"

# ---- who may, and why --------------------------------------------------------------
may='
src/screen/dialogs/share_rows.c	tries the grants of the form on the facts and takes them back
src/action/verbs/demo.c	makes the demo, of which everybody sees all
src/action/verbs/workspace_backup.c	copies the store, for Admins
src/action/verbs/workspace_export.c	writes the whole workspace, for Admins
src/action/verbs/workspace_verify.c	compares the facts with the store, for Admins
'

# The facts of an app, a thing of the facts by its number, or a name past the door.
past_the_door() {
	sed -e 's/"[^"]*"/""/g' -e 's,/\*.*\*/,,' -e 's/^[[:space:]]*\*.*//' "$1" |
		grep -nE '(^|[^a-z_])app(->|\.)facts|->facts([^a-z_]|$)|facts(->|\.)(users|groups|assets|projects|providers|default_asset|n_[a-z]*)([^a-z_]|$)|facts_user_name'
}

planted() {
	echo "$1" >"$found.planted"
	past_the_door "$found.planted" >/dev/null || echo "goes unseen: $1"
}
{
	planted 'name = screen->app->facts.users[u].name;'
	planted 'const struct facts *facts = &app->facts;'
	planted 'n = offers->app.facts.n_users;'
	planted 'name = facts->groups[g].name;'
	planted 'name = facts_user_name(facts, u);'
	planted 'buf_adds(out, card->facts->name);'
	reading=$(grep -L '\.plan = ' src/action/verbs/*.c)
	for f in $(find src/screen src/cli -name '*.[ch]') $reading src/action/judge/answers.c \
		src/action/asset/asset_read.c src/action/asset/asset_rows.c \
		src/action/asset/own_read.c \
		src/action/asset/secret_seen.c src/action/judge/changes.c; do
		echo "$may" | grep -q "^$f	." && continue
		past_the_door "$f" | sed "s,^,$f:,"
	done
	echo "$may" | while read -r f why; do
		[ -z "$f" ] && continue
		[ -n "$why" ] || echo "$f: no reason"
		past_the_door "$f" >/dev/null || echo "$f: needs no exception"
	done
} >"$found"
rm -f "$found.planted"
report "screen, cli and reading verbs name what may be seen" "$found"
