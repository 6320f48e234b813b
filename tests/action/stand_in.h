/* stand_in.h: a courier that says what the test has laid ready, whatever it is asked; and
 * shows the letters that it was sent. */
#ifndef TESTS_STAND_IN_H
#define TESTS_STAND_IN_H

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/expect.h"

#include "post/post.h"

struct stand_in {
	char folder[64];
	char letter[8192];		/* the last one that was read back */
};

#define STAND_OK(step) "{\"step\":\"" step "\",\"status\":\"ok\",\"ms\":1}\n"
#define STAND_FAIL(step, reason) \
	"{\"step\":\"" step "\",\"status\":\"fail\",\"reason\":\"" reason "\",\"ms\":1}\n"
#define STAND_WHO(id, login) "{\"fact\":{\"field\":\"account_id\",\"value\":\"" id "\"}}\n" \
	"{\"fact\":{\"field\":\"account_login\",\"value\":\"" login "\"}}\n" \
	"{\"identity\":\"" login "\"}\n"
#define STAND_DONE "{\"done\":true}\n"

static inline void stand_in_put(const struct stand_in *s, const char *name, const char *text,
				mode_t mode)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", s->folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, mode), 0);
}

/* The lines for a job: "verify". */
static inline void stand_in_says(const struct stand_in *s, const char *job,
				 const char *lines)
{
	char name[64];

	snprintf(name, sizeof(name), "says.%s", job);
	stand_in_put(s, name, lines, 0600);
}

static inline void stand_in_open(struct stand_in *s)
{
	char script[512];

	snprintf(s->folder, sizeof(s->folder), "/tmp/gatehouse-stand-in-XXXXXX");
	assert_non_null(mkdtemp(s->folder));
	snprintf(script, sizeof(script), "#!/bin/sh\ncd %s || exit 1\ncat >part.$$\n"
		 "job=$(sed 's/.*\"job\":\"\\([a-z_]*\\)\".*/\\1/' part.$$)\n"
		 "mv part.$$ letter.$job\ncat says.$job\n[ -f slow ] && sleep 60\nexit 0\n",
		 s->folder);
	stand_in_put(s, "gatehouse-courier", script, 0700);
	post_folder(s->folder);
}

/* What it was told for the job; "" where it was not asked. */
static inline const char *stand_in_letter(struct stand_in *s, const char *job)
{
	char path[128];
	size_t n = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/letter.%s", s->folder, job);
	file = fopen(path, "r");
	if (file) {
		n = fread(s->letter, 1, sizeof(s->letter) - 1, file);
		fclose(file);
		unlink(path);
	}
	s->letter[n] = '\0';
	return s->letter;
}

static inline void stand_in_close(struct stand_in *s)
{
	DIR *folder = opendir(s->folder);
	const struct dirent *one;

	assert_non_null(folder);
	while ((one = readdir(folder)))
		if (one->d_name[0] != '.')
			unlinkat(dirfd(folder), one->d_name, 0);
	closedir(folder);
	rmdir(s->folder);
	post_folder(NULL);
}

#endif
