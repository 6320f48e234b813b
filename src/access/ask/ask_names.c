/* ask_names.c: which words of a question are a name, and whose. */
#include "access/ask/ask_priv.h"

#include <string.h>

#include "base/attr.h"

enum { CALLED_WORDS = 6, NAME_LIMIT = 2048 };

#define PEOPLE (1u << NAME_USER | 1u << NAME_GROUP)
#define THINGS (1u << NAME_PROJECT | 1u << NAME_ASSET)

/* Those that fit as well as the best one. */
static void look(const struct name_index *index, unsigned kinds, const char *text,
		 struct ask_side *out)
{
	size_t n = name_find(index, kinds, text, out->hit, ASK_CHOICES), i;

	out->n = n < ASK_CHOICES ? n : ASK_CHOICES;
	for (i = 1; i < out->n; i++)
		if (out->hit[i].rank != out->hit[0].rank)
			out->n = i;
	out->rank = out->n ? out->hit[0].rank : NAME_WITHIN;
}

/* Words of the list in it must be whole words of the name, and where there are none
 * but those it must be the name. */
static bool is_name(const struct ask_tokens *tokens, size_t from, size_t to,
		    const struct ask_side *side)
{
	size_t listed = 0, i;

	for (i = from; i < to; i++)
		listed += tokens->v[i].is != W_UNKNOWN;
	if (!side->n || !listed)
		return side->n;
	if (listed == to - from)
		return side->rank == NAME_WHOLE &&
			(to - from > 1 || tokens->v[from].quoted);
	return side->rank == NAME_WHOLE || side->rank == NAME_BEGINS ||
		side->rank == NAME_WORDS;
}

/* "the project finance", "finance group": what sort of thing is meant. */
static unsigned kinds_beside(const struct ask_tokens *tokens, size_t from,
			     size_t to)
{
	size_t beside[2] = { from ? from - 1 : ASK_TOKENS, to }, i;
	unsigned kinds = 0;

	for (i = 0; i < COUNT_OF(beside); i++) {
		if (beside[i] >= tokens->n)
			continue;
		switch (tokens->v[beside[i]].is) {
		case W_PROJECT:
			kinds |= 1u << NAME_PROJECT;
			break;
		case W_PERSON:
			kinds |= PEOPLE;
			break;
		case W_GROUP:
			kinds |= 1u << NAME_GROUP;
			break;
		case W_ASSET:
			kinds |= 1u << NAME_ASSET;
			break;
		default:
			break;
		}
	}
	return kinds;
}

static bool try(struct ask_tokens *tokens, const struct name_index *index,
		size_t from, size_t to, struct ask_name *out)
{
	unsigned kinds = kinds_beside(tokens, from, to), all = PEOPLE | THINGS;
	struct buf text;
	size_t i;

	buf_init(&text, NAME_LIMIT);
	for (i = from; i < to; i++)
		buf_printf(&text, "%s%s", i > from ? " " : "", tokens->v[i].text);
	*out = (struct ask_name){ .from = from, .to = to };
	for (;; kinds = all) {
		if (!kinds)
			kinds = all;
		look(index, kinds & PEOPLE, buf_text(&text), &out->subject);
		look(index, kinds & THINGS, buf_text(&text), &out->object);
		if (!is_name(tokens, from, to, &out->subject))
			out->subject.n = 0;
		if (!is_name(tokens, from, to, &out->object))
			out->object.n = 0;
		if (out->subject.n || out->object.n || kinds == all)
			break;		/* else the word beside it meant no sort */
	}
	buf_release(&text);
	return out->subject.n || out->object.n;
}

size_t ask_names(struct ask_tokens *tokens, const struct name_index *index,
		 struct ask_name out[ASK_NAMES])
{
	size_t i = 0, take, n = 0, k;

	while (i < tokens->n && n < ASK_NAMES) {
		take = tokens->n - i < CALLED_WORDS ? tokens->n - i : CALLED_WORDS;
		for (; take; take--)
			if (try(tokens, index, i, i + take, &out[n]))
				break;
		for (k = 0; k < take; k++)
			tokens->v[i + k].is = W_NAME;
		n += take > 0;
		i += take ? take : 1;
	}
	return n;
}
