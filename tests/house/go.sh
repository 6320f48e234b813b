#!/bin/sh
# No page starts another.  pages_push stands in functions called X_push, which make a page,
# and where the loop takes one that was made; an X_push is called by another, or by what
# carries out the answer of a handler (console/carry_out.c and what it hands to).
# Planted breaches are found.
. "${srcdir_abs:-.}/tests/house/tap.sh"
planted=$(mktemp -d) || exit 99
trap 'rm -rf "$planted" "$found"' EXIT

# judge TREE
judge()
{
	(cd "$1" && find src/screen -name '*.c' | sort | xargs awk '
BEGIN { loop = "^src/screen/console/(acting|carry_out|console|modes|start|visit)\\.c$" }
/^[a-z].*\(/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name); next }
name ~ /(^|_)push$/ { next }
/[^a-z_]pages_push\(/ ? FILENAME !~ /carry_out\.c$/ : /[a-z]_push\(/ && FILENAME !~ loop {
	print FILENAME ":" FNR ": " name " starts a page"
}')
}

mkdir -p "$planted/src/screen/pages" "$planted/src/screen/console"
cat >"$planted/src/screen/pages/why.c" <<'END'
static bool key(struct page *page, struct pages *pages,
		const struct key *key)
{
	history_push(screen);
	self->screen->go = go;
	pages_push(pages, page);
}
void why_push(struct screen *screen)
{
	pages_push(screen->pages, &self->page);
}
END
cat >"$planted/src/screen/console/start.c" <<'END'
bool start_verb(struct screen *screen)
{
	return why_push(screen);
	pages_push(screen->pages, page);
}
END
{
	judge "$planted" | cut -d : -f 1,2 | diff - /dev/fd/3 3<<-'END'
	src/screen/console/start.c:4
	src/screen/pages/why.c:4
	src/screen/pages/why.c:6
	END
	judge .
} >"$found" 2>&1
report "no page starts another" "$found"
