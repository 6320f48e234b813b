/* small_workspace.h: one of everything that the forms of INTERFACES 3 name. */
#ifndef TESTS_SMALL_WORKSPACE_H
#define TESTS_SMALL_WORKSPACE_H

/* Bob, a Viewer, has Can Edit through Finance and lacks Snowflake: two limits.
 * Gil is a Guest beside a workspace share.  Dee is deactivated.  The name of
 * the group would be a formula in CSV, the title of Odd holds an escape. */
static const char small_workspace[] =
	"{\"format\":\"gatehouse-workspace\",\"version\":1,"
	"\"workspace\":{\"name\":\"Acme\",\"plan\":\"enterprise\"},"
	"\"users\":["
	"{\"id\":\"u-ada\",\"email\":\"ada@a.example\",\"name\":\"Ada\",\"role\":\"admin\"},"
	"{\"id\":\"u-bob\",\"email\":\"bob@a.example\",\"name\":\"Bob Stein\",\"role\":\"viewer\"},"
	"{\"id\":\"u-dee\",\"email\":\"dee@a.example\",\"name\":\"Dee\",\"role\":\"editor\",\"active\":false},"
	"{\"id\":\"u-eve\",\"email\":\"eve@a.example\",\"name\":\"Eve\",\"role\":\"editor\"},"
	"{\"id\":\"u-gil\",\"email\":\"gil@g.example\",\"name\":\"Gil\",\"role\":\"guest\"}],"
	"\"groups\":["
	"{\"id\":\"g-data\",\"name\":\"Data Team\",\"members\":[\"u-eve\"]},"
	"{\"id\":\"g-fin\",\"name\":\"=Finance\",\"members\":[\"u-bob\"]}],"
	"\"assets\":["
	"{\"id\":\"a-snow\",\"kind\":\"data_connection\",\"name\":\"50%+ Snow\","
	"\"type\":\"snowflake\",\"config\":{\"account\":\"x\"},\"access\":[\"g-data\"]},"
	"{\"id\":\"a-key\",\"kind\":\"secret\",\"name\":\"STRIPE_KEY\"}],"
	"\"default_connection\":\"a-snow\","
	"\"projects\":["
	"{\"id\":\"p-rev\",\"title\":\"Revenue model\",\"owner\":\"u-ada\","
	"\"grants\":[{\"group\":\"g-fin\",\"level\":\"can_edit\"},"
	"{\"group\":\"g-data\",\"level\":\"can_edit\"}],"
	"\"workspace\":\"can_view\",\"public_web\":\"app_only\",\"assets\":[\"a-snow\"]},"
	"{\"id\":\"p-odd\",\"title\":\"Odd \\u001b[31m\\u202e\",\"owner\":\"u-eve\"},"
	"{\"id\":\"p-old\",\"title\":\"Old\",\"owner\":\"u-ada\",\"state\":\"archived\","
	"\"grants\":[{\"user\":\"u-eve\",\"level\":\"can_edit\"}]}]}";

#endif
