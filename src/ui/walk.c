/* walk.c: see walk.h. */
#include "ui/walk.h"

enum { WHEEL_UP = 64, WHEEL_DOWN = 65 };

long walk_key(const struct key *key, long page)
{
	if (key->mods & (KEY_CTRL | KEY_ALT))
		return 0;
	switch (key->code) {
	case KEY_UP: case 'k':
		return -1;
	case KEY_DOWN: case 'j':
		return 1;
	case KEY_PGUP:
		return -page;
	case KEY_PGDN:
		return page;
	case KEY_HOME: case 'g':
		return -WALK_END;
	case KEY_END: case 'G':
		return WALK_END;
	default:
		return 0;
	}
}

int walk_wheel(const struct key *key)
{
	return (key->button == WHEEL_DOWN) - (key->button == WHEEL_UP);
}

size_t walk_top(size_t top, size_t at, size_t room, size_t n)
{
	if (top + room > n)
		top = n > room ? n - room : 0;
	if (at < top)
		top = at;
	if (room && at >= top + room)
		top = at - room + 1;
	return top;
}
