/* value_time.c: when something is done again and again: minutes, hours, days, a line of
 * cron, a time zone. */
#include "model/value_type.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "model/zone/zone_names.h"

enum { CRON_FIELDS = 5 };

/* At most two digits, from one number to another. */
static bool within(const char *text, int from, int to)
{
	size_t n = strlen(text);
	int value;

	if (n == 0 || n > 2 || strspn(text, "0123456789") != n)
		return false;
	value = (int)strtol(text, NULL, 10);
	return value >= from && value <= to;
}

static const char *minute_fault(const char *kept)
{
	return within(kept, 0, 59) ? NULL : "a minute is a number from 0 to 59";
}

static const char *hour_fault(const char *kept)
{
	return within(kept, 0, 23) ? NULL : "an hour is a number from 0 to 23";
}

static const char *day_fault(const char *kept)
{
	return within(kept, 1, 28) ? NULL : "a day of the month is a number from 1 to "
		"28, which every month has";
}

/* ---- cron ---------------------------------------------------------------------------- */

static const struct { int from, to; const char *names; } cron_fields[CRON_FIELDS] = {
	{ 0, 59, "" }, { 0, 23, "" }, { 1, 31, "" },
	{ 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec" },
	{ 0, 7, "sun mon tue wed thu fri sat" },
};

/* A number, or a name of three letters, which takes nothing else. */
static bool cron_one(const char *text, size_t n, int field)
{
	const char *name = cron_fields[field].names;
	char copy[4];

	if (n == 0 || n > 3)
		return false;
	memcpy(copy, text, n);
	copy[n] = '\0';
	for (; n == 3 && *name; name += strcspn(name, " "), name += strspn(name, " "))
		if (strncasecmp(name, copy, 3) == 0)
			return true;
	return within(copy, cron_fields[field].from, cron_fields[field].to);
}

/* "*", "5", "1-5", each with a step "/15" or without. */
static bool cron_part(const char *text, size_t n, int field)
{
	const char *slash = memchr(text, '/', n), *dash;
	size_t bare = slash ? (size_t)(slash - text) : n;
	char step[3];

	if (slash) {
		if (n - bare < 2 || n - bare > 3)
			return false;
		memcpy(step, slash + 1, n - bare - 1);
		step[n - bare - 1] = '\0';
		if (!within(step, 1, 59))
			return false;
	}
	if (bare == 1 && *text == '*')
		return true;
	dash = memchr(text, '-', bare);
	return !dash ? cron_one(text, bare, field) :
		cron_one(text, (size_t)(dash - text), field) &&
		cron_one(dash + 1, bare - (size_t)(dash - text) - 1, field);
}

static bool cron_field(const char *text, size_t n, int field)
{
	size_t part;

	for (;;) {
		for (part = 0; part < n && text[part] != ','; part++)
			;
		if (!cron_part(text, part, field))
			return false;
		if (part == n)
			return true;
		text += part + 1;
		n -= part + 1;
	}
}

static const char *cron_fault(const char *kept)
{
	static const char *const faults[CRON_FIELDS] = {
		"its first field, the minute, is from 0 to 59",
		"its second field, the hour, is from 0 to 23",
		"its third field, the day of the month, is from 1 to 31",
		"its fourth field, the month, is from 1 to 12, or jan to dec",
		"its last field, the day of the week, is from 0 to 7, or sun to sat"
	};
	int field = 0;
	size_t n;

	for (kept += strspn(kept, " "); *kept; kept += strspn(kept, " "), field++) {
		n = strcspn(kept, " ");
		if (field < CRON_FIELDS && !cron_field(kept, n, field))
			return faults[field];
		kept += n;
	}
	return field == CRON_FIELDS ? NULL :
		"it has five fields: minute, hour, day, month, day of the week";
}

/* ---- time zones ------------------------------------------------------------------------ */

static const char *zone_fault(const char *kept)
{
	if (zone_known(kept))
		return NULL;
	return strchr(kept, '/') ? "no time zone has this name" :
		"a time zone is UTC, or a continent and a city";
}

const struct value_type
	value_minute = { .fault = minute_fault, .like = "30" },
	value_hour = { .fault = hour_fault, .like = "6" },
	value_month_day = { .fault = day_fault, .like = "1" },
	value_cron = { .fault = cron_fault, .like = "30 6 * * mon-fri" },
	value_zone = { .fault = zone_fault, .like = "Europe/Berlin" };
