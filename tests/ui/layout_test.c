/* layout_test.c: letters of other keyboard layouts and the keys in their place. */
#include "ui/layout.h"

#include <stddef.h>

#include "tests/expect.h"

TEST(each_letter_is_the_key_in_its_place)
{
	static const struct { uint32_t letter; char key; } one[] = {
		{ 0x439, 'q' }, { 0x448, 'i' }, { 0x428, 'I' }, { 0x43d, 'y' },	/* Russian */
		{ 0x436, ';' }, { 0x416, ':' }, { 0x411, '<' }, { 0x42e, '>' },
		{ 0x44e, '.' }, { 0x451, '`' },
		{ 0x456, 's' }, { 0x406, 'S' }, { 0x454, '\'' },	/* Ukrainian */
		{ 0x3b9, 'i' }, { 0x3a3, 'S' }, { 0x3c2, 'w' },		/* Greek */
		{ 0x5df, 'i' }, { 0x5e5, '.' },				/* Hebrew */
		{ 0x647, 'i' }, { 0x638, '/' }, { 0x61f, '?' }, { 0x64b, 'W' },	/* Arabic */
		{ 0x664, '4' }, { 0x6f4, '4' },
	};
	size_t i;

	for (i = 0; i < sizeof(one) / sizeof(one[0]); i++)
		assert_int_equal(layout_place(one[i].letter), one[i].key);
}

/* ASCII is never another key, nor is what no layout here types. */
TEST(what_is_of_no_layout_is_nothing)
{
	uint32_t c;

	for (c = 0; c < 0x80; c++)
		assert_int_equal(layout_place(c), 0);
	assert_int_equal(layout_place(0xe4), 0);	/* German */
	assert_int_equal(layout_place(0x4e2d), 0);
	assert_int_equal(layout_place(0x110001), 0);	/* a key without a letter */
}

RUN(CASE(each_letter_is_the_key_in_its_place), CASE(what_is_of_no_layout_is_nothing))
