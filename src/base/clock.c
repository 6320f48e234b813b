/* clock.c: see clock.h. */
#include "base/clock.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { SECOND = 1000000 };

/* Seconds: what four digits of a year can say, in UTC. */
#define YEARS_FIRST INT64_C(-62167219200)
#define YEARS_LAST INT64_C(253402300799)

/* The worker asks for the time too. */
static atomic_bool fixed;
static atomic_int_least64_t fixed_next;

int64_t clock_now(void)
{
	struct timespec ts;

	if (atomic_load(&fixed))
		return atomic_fetch_add(&fixed_next, SECOND);
	clock_gettime(CLOCK_REALTIME, &ts);
	return (int64_t)ts.tv_sec * SECOND + ts.tv_nsec / 1000;
}

void clock_fix(int64_t t)
{
	atomic_store(&fixed_next, t);
	atomic_store(&fixed, t != 0);
}

static time_t whole_seconds(int64_t t)
{
	int64_t s = t / SECOND;

	return (time_t)(t % SECOND < 0 ? s - 1 : s);
}

void clock_rfc3339(int64_t t, char out[CLOCK_TEXT])
{
	time_t s = whole_seconds(t);
	struct tm tm;

	char rest[CLOCK_TEXT];

	/* %Y has no leading noughts, without which it is no RFC 3339. */
	if (!gmtime_r(&s, &tm) || strftime(rest, CLOCK_TEXT, "-%m-%dT%H:%M:%SZ", &tm) == 0 ||
	    snprintf(out, CLOCK_TEXT, "%04d%s", tm.tm_year + 1900, rest) >= CLOCK_TEXT)
		snprintf(out, CLOCK_TEXT, "-");
}

void clock_local(int64_t t, char out[CLOCK_TEXT])
{
	time_t s = whole_seconds(t);
	struct tm tm;

	if (!localtime_r(&s, &tm) ||
	    strftime(out, CLOCK_TEXT, "%Y-%m-%d %H:%M", &tm) == 0)
		snprintf(out, CLOCK_TEXT, "-");
}

/* Exactly `digits` digits, at most max; moves on. */
static bool take(const char **s, int digits, int max, int *value)
{
	*value = 0;
	while (digits-- > 0) {
		if (**s < '0' || **s > '9')
			return false;
		*value = *value * 10 + (*(*s)++ - '0');
	}
	return *value <= max;
}

static bool take_char(const char **s, const char *any)
{
	if (!**s || !strchr(any, **s))
		return false;
	++*s;
	return true;
}

static bool take_date(const char **s, struct tm *tm)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31,
				    30, 31 };
	int y, m, d;

	if (!take(s, 4, 9999, &y) || !take_char(s, "-") ||
	    !take(s, 2, 12, &m) || m < 1 || !take_char(s, "-") ||
	    !take(s, 2, days[m - 1], &d) || d < 1)
		return false;
	if (m == 2 && d == 29 && (y % 4 || (y % 100 == 0 && y % 400)))
		return false;
	tm->tm_year = y - 1900;
	tm->tm_mon = m - 1;
	tm->tm_mday = d;
	return true;
}

/* ".25", in microseconds; more digits are read and dropped. */
static bool take_fraction(const char **s, int64_t *micro)
{
	int64_t unit = SECOND / 10;

	*micro = 0;
	if (!take_char(s, "."))
		return true;
	if (**s < '0' || **s > '9')
		return false;
	for (; **s >= '0' && **s <= '9'; ++*s, unit /= 10)
		*micro += (**s - '0') * unit;
	return true;
}

/* "Z", "+01:00"; in seconds east of UTC. */
static bool take_zone(const char **s, int *east)
{
	int sign = **s == '-' ? -1 : 1, h, m;

	*east = 0;
	if (take_char(s, "Zz"))
		return true;
	if (!take_char(s, "+-") || !take(s, 2, 23, &h) || !take_char(s, ":") ||
	    !take(s, 2, 59, &m))
		return false;
	*east = sign * (h * 3600 + m * 60);
	return true;
}

bool clock_parse(const char *text, int64_t *t)
{
	struct tm tm;
	int64_t micro = 0, s;
	int east = 0;

	memset(&tm, 0, sizeof(tm));
	if (!take_date(&text, &tm))
		return false;
	if (*text) {
		if (!take_char(&text, "Tt ") ||
		    !take(&text, 2, 23, &tm.tm_hour) || !take_char(&text, ":") ||
		    !take(&text, 2, 59, &tm.tm_min) || !take_char(&text, ":") ||
		    !take(&text, 2, 59, &tm.tm_sec) ||
		    !take_fraction(&text, &micro) || !take_zone(&text, &east) ||
		    *text)
			return false;
	}
	s = (int64_t)timegm(&tm) - east;
	if (s < YEARS_FIRST || s > YEARS_LAST)	/* by its offset */
		return false;
	*t = s * SECOND + micro;
	return true;
}
