/* console_names_test.c: two people, groups, assets, projects of one name: each place
 * where the name stands alone says which one (D27). */
#include "tests/tty/stores.h"

#include <string.h>

static const char twins[] =
	"{\"format\":\"gatehouse-workspace\",\"version\":1,"
	"\"workspace\":{\"name\":\"W\"},"
	"\"users\":["
	"{\"id\":\"u-ada\",\"email\":\"ada@x.example\",\"name\":\"Ada\",\"role\":\"admin\"},"
	"{\"id\":\"u-one\",\"email\":\"one@x.example\",\"name\":\"Bob Stein\",\"role\":\"viewer\"},"
	"{\"id\":\"u-two\",\"email\":\"two@y.example\",\"name\":\"Bob Stein\",\"role\":\"editor\"},"
	"{\"id\":\"u-eve\",\"email\":\"eve@x.example\",\"name\":\"Eve\",\"role\":\"editor\"}],"
	"\"groups\":["
	"{\"id\":\"g-one\",\"name\":\"Finance\",\"members\":[\"u-two\"]},"
	"{\"id\":\"g-two\",\"name\":\"Finance\",\"members\":[\"u-eve\"]}],"
	"\"assets\":["
	"{\"id\":\"a-one\",\"kind\":\"data_connection\",\"name\":\"Snow\","
	"\"type\":\"snowflake\",\"config\":{\"account\":\"x\"},\"access\":[\"g-one\"]},"
	"{\"id\":\"a-two\",\"kind\":\"data_connection\",\"name\":\"Snow\","
	"\"type\":\"snowflake\",\"config\":{\"account\":\"y\"},\"access\":[\"g-two\"]}],"
	"\"projects\":["
	"{\"id\":\"p-one\",\"title\":\"Plan\",\"owner\":\"u-ada\",\"assets\":[\"a-one\"],"
	"\"grants\":[{\"user\":\"u-one\",\"level\":\"can_view\"},"
	"{\"group\":\"g-one\",\"level\":\"can_edit\"}]},"
	"{\"id\":\"p-two\",\"title\":\"Plan\",\"owner\":\"u-ada\"}]}";

static struct pty *open_twins(const char *name)
{
	const struct pty_options large = { .rows = 40, .cols = 140 };

	put_file(in_room("twins.json"), twins, strlen(twins));
	return open_store(&large, import_store(name, in_room("twins.json")));
}

TEST(lists_and_pages_name_which)
{
	struct pty *pty = open_twins("lists");

	keys(pty, "5");
	shows(pty, "Plan (p-one)");
	shows(pty, "Plan (p-two)");
	shows(pty, "  Bob Stein (one@x.example)  Viewer");
	shows(pty, "  Bob Stein (two@y.example)  Editor");
	keys(pty, "<Tab><Down><Down>");
	shows(pty, "Bob Stein (one@x.example) can view Plan (p-one)");
	keys(pty, "<Tab>4");
	shows_not(pty, "Bob Stein (");		/* the e-mail stands beside it */
	keys(pty, "g");
	shows(pty, "Finance (g-one)");
	shows(pty, "Finance (g-two)");
	shows_not(pty, "Eve (");
	keys(pty, "1");
	shows(pty, "Snow (a-one)");
	shows(pty, "Snow (a-two)");
	leave(pty);
}

TEST(the_share_dialog_names_which)
{
	struct pty *pty = open_twins("share");

	keys(pty, "5/plan<Enter>S");
	shows(pty, "Share Plan (p-one)");
	shows(pty, "  one@x.example  ");	/* the dialog is narrow */
	shows(pty, "Finance (g-one)");
	leave(pty);
}

RUN(CASE(lists_and_pages_name_which), CASE(the_share_dialog_names_which))
