/* expect.h: what every test program includes. */
#ifndef TESTS_EXPECT_H
#define TESTS_EXPECT_H

#ifdef NO_CMOCKA
#error "make check needs cmocka: install the Debian package libcmocka-dev and run configure again"
#endif

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TEST(name) static void name(void **state __attribute__((unused)))
#define FIXTURE(name) static int name(void **state __attribute__((unused)))
#define CASE(name) cmocka_unit_test(name)
#define RUN(...) int main(void) { \
	const struct CMUnitTest tests_[] = { __VA_ARGS__ }; \
	return cmocka_run_group_tests(tests_, NULL, NULL); }

#endif
