/* layout.c: see layout.h.  Each row: what the layout types, and below it what the same
 * keys type on a US keyboard. */
#include "ui/layout.h"

#include <string.h>

#include "base/attr.h"
#include "base/text.h"

static const struct { const char *types, *keys; } layouts[] = {
	/* Russian */
	{ "йцукенгшщзхъ" "фывапролджэ" "ячсмитьбю" "ё",
	  "qwertyuiop[]" "asdfghjkl;'" "zxcvbnm,." "`" },
	{ "ЙЦУКЕНГШЩЗХЪ" "ФЫВАПРОЛДЖЭ" "ЯЧСМИТЬБЮ" "Ё",
	  "QWERTYUIOP{}" "ASDFGHJKL:\"" "ZXCVBNM<>" "~" },
	/* Ukrainian, where it differs */
	{ "іїєґ" "ІЇЄҐ",
	  "s]'\\" "S}\"|" },
	/* Greek */
	{ "ςερτυθιοπ" "ασδφγηξκλ" "ζχψωβνμ",
	  "wertyuiop" "asdfghjkl" "zxcvbnm" },
	{ "ΕΡΤΥΘΙΟΠ" "ΑΣΔΦΓΗΞΚΛ" "ΖΧΨΩΒΝΜ",
	  "ERTYUIOP" "ASDFGHJKL" "ZXCVBNM" },
	/* Hebrew; its shifted letters are Latin ones */
	{ "קראטוןםפ" "שדגכעיחלךף" "זסבהנמצתץ",
	  "ertyuiop" "asdfghjkl;" "zxcvbnm,." },
	/* Arabic */
	{ "ضصثقفغعهخحجد" "شسيبلاتنمكط" "ئءؤرىةوزظ" "ذ",
	  "qwertyuiop[]" "asdfghjkl;'" "zxcvnm,./" "`" },
	{ "\xef\xbb\xbb",		/* lam and alef in one */
	  "b" },
	{ "إأـآ؟،؛",
	  "YHJN?KP" },
	{ "\xd9\x8e\xd9\x8b\xd9\x8f\xd9\x8c" "\xd9\x90\xd9\x8d" "\xd9\x92\xd9\x91",
	  "QWER" "AS" "X~" },		/* signs of vowels */
	/* digits */
	{ "٠١٢٣٤٥٦٧٨٩" "۰۱۲۳۴۵۶۷۸۹",
	  "0123456789" "0123456789" },
};

uint32_t layout_place(uint32_t code)
{
	const char *at;
	uint32_t point;
	size_t i, k, len;
	bool valid;

	for (i = 0; code >= 0x80 && i < COUNT_OF(layouts); i++) {
		at = layouts[i].types;
		for (k = 0; *at; k++, at += len) {
			len = text_decode(at, strlen(at), &point, &valid);
			if (point == code)
				return (unsigned char)layouts[i].keys[k];
		}
	}
	return 0;
}
