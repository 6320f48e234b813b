/* apply.c: one edit as one statement.  What an edit names is found by its text
 * id, so that a thing that somebody deleted meanwhile is a conflict.  In every statement
 * ?1 is the thing (of a project's own: the project), ?2 the other side or the own one,
 * ?3 the value, ?4 and ?5 when it changed and by whom. */
#include <assert.h>
#include <stdio.h>

#include "model/kind.h"
#include "store/rows.h"

enum { SQL_LIMIT = 512 };

static const char *id_of(const struct facts *facts, const struct edit *edit,
			 enum whose whose)
{
	uint32_t n = edit_number(edit, whose == OF_OWN ? OF_PROJECT : whose);

	return n == NOBODY ? NULL :
		whose_id(facts, whose == OF_OWN ? OF_PROJECT : whose, n);
}

static const char *where(enum whose whose)
{
	if (whose == OF_WORKSPACE)
		return "WHERE n = 1";
	return whose == OF_OWN ? "WHERE project_n = (SELECT n FROM projects "
		"WHERE id = ?1) AND id = ?2" : "WHERE id = ?1";
}

/* Who changed it and when, is known at the commit, or said by the edit. */
static int64_t stamp_of(struct store *store, const struct edit *edit)
{
	if (edit_row(edit)->holds == HOLDS_STATE && edit->value != STATE_TRASHED)
		return 0;
	if (edit->when)
		return edit->when == EDIT_NEVER ? 0 : edit->when;
	store->stamps = true;
	return WAITS_FOR_COMMIT;
}

static bool apply_stamp(struct store *store, const struct facts *facts,
			const struct edit *edit, const struct field_stamp *stamp,
			struct error *err)
{
	const struct edit_field *field = edit_row(edit);
	const char *by = stamp ? stamp->by_column : NULL;
	char sql[SQL_LIMIT];

	if (!stamp)
		return true;
	snprintf(sql, sizeof(sql), "UPDATE %s SET %s = ?4%s%s%s%s%s %s",
		 whose_table(field->whose), stamp->when_column,
		 by ? ", " : "", by ? by : "", by ? " = coalesce(?5, " : "",
		 by ? by : "", by ? ")" : "", where(field->whose));
	return sql_change(store, err, sql, by ? "ttdit" : "ttdi",
			  id_of(facts, edit, field->whose), (const char *)NULL, 0,
			  stamp_of(store, edit), !edit->when ? NULL :
			  edit->by ? edit->by : "");
}

static bool apply_text(struct store *store, const struct facts *facts,
		       const struct edit *edit, const char *sql,
		       struct error *err)
{
	const struct edit_field *field = edit_row(edit);
	const char *text = field_code(field, edit->value);

	if (field->holds == HOLDS_THING)
		text = id_of(facts, edit, field->other);
	else if (field_is_text(field))
		text = edit_said(edit);
	if (!text && !field->may_be_null)
		text = "";
	return sql_change(store, err, sql, "ttt",
			  id_of(facts, edit, field->whose),
			  field->whose == OF_OWN ? edit->text : NULL, text);
}

static bool apply_field(struct store *store, const struct facts *facts,
			const struct edit *edit, struct error *err)
{
	const struct edit_field *field = edit_row(edit);
	const char *other = whose_table(field->other);
	bool whole = field->holds == HOLDS_SWITCH || field->holds == HOLDS_NUMBER ||
		field->holds == HOLDS_LEVEL || field->holds == HOLDS_BUILTINS;
	char sql[SQL_LIMIT];

	if (!field->column)
		return error_set(err, ERROR_INVALID, NULL,
				 "no setting is called %s", edit->text);
	if (field->holds == HOLDS_THING)
		snprintf(sql, sizeof(sql), "UPDATE %s SET %s = (SELECT n FROM %s "
			 "WHERE id = ?3) %s AND (?3 IS NULL OR ?3 IN "
			 "(SELECT id FROM %s))", whose_table(field->whose),
			 field->column, other, where(field->whose), other);
	else
		snprintf(sql, sizeof(sql), "UPDATE %s SET %s = ?3 %s",
			 whose_table(field->whose), field->column,
			 where(field->whose));
	return (whole ? sql_change(store, err, sql, "ttd",
				   id_of(facts, edit, field->whose), (const char *)NULL,
				   edit->value) :
		apply_text(store, facts, edit, sql, err)) &&
		apply_stamp(store, facts, edit, field->stamp, err);
}

static bool apply_tie(struct store *store, const struct facts *facts,
		      const struct edit *edit, struct error *err)
{
	const struct edit_field *field = edit_row(edit);
	const char *one = whose_word(field->whose), *two = whose_word(field->other);
	const char *id = id_of(facts, edit, field->whose);
	const char *other = id_of(facts, edit, field->other);
	bool level = field->holds == HOLDS_LEVEL;
	char sql[SQL_LIMIT];

	if (edit->value)
		snprintf(sql, sizeof(sql), "INSERT INTO %s (%s_n, %s_n%s) VALUES "
			 "((SELECT n FROM %s WHERE id = ?1), "
			 "(SELECT n FROM %s WHERE id = ?2)%s) ON CONFLICT "
			 "(%s_n, %s_n) DO %s", field->column, one, two,
			 level ? ", level" : "", whose_table(field->whose),
			 whose_table(field->other), level ? ", ?3" : "", one, two,
			 level ? "UPDATE SET level = ?3" : "NOTHING");
	else
		snprintf(sql, sizeof(sql), "DELETE FROM %s WHERE %s_n = "
			 "(SELECT n FROM %s WHERE id = ?1) AND %s_n = "
			 "(SELECT n FROM %s WHERE id = ?2)", field->column, one,
			 whose_table(field->whose), two,
			 whose_table(field->other));
	return sql_do(store, err, sql, level && edit->value ? "ttd" : "tt", id,
		      other, edit->value);
}

static bool apply_add(struct store *store, const struct facts *facts,
		      const struct edit *edit, struct error *err)
{
	enum whose whose = edit_row(edit)->whose;

	if (whose == OF_OWN)
		return sql_do(store, err, "INSERT INTO own_assets "
			"(project_n, id, kind, name, type, config) VALUES "
			"((SELECT n FROM projects WHERE id = ?1), ?2, ?3, ?4, "
			"?5, ?6)", "tttttt", id_of(facts, edit, whose),
			edit->text, kind_at((size_t)edit->value)->code,
			edit->text2, edit->text3 ? edit->text3 : "",
			edit->text4 && *edit->text4 ? edit->text4 : "{}");
	return row_add(store, whose, facts, edit_number(edit, whose), err) &&
		apply_stamp(store, facts, edit, edit_row(edit)->stamp, err) &&
		apply_stamp(store, facts, edit, edit_row(edit)->born, err);
}

static bool apply_delete(struct store *store, const struct facts *facts,
			 const struct edit *edit, struct error *err)
{
	enum whose whose = edit_row(edit)->whose;
	char sql[SQL_LIMIT];

	if (edit->old_value)
		return true;
	snprintf(sql, sizeof(sql), "DELETE FROM %s %s", whose_table(whose),
		 where(whose));
	return sql_change(store, err, sql, whose == OF_OWN ? "tt" : "t",
			  id_of(facts, edit, whose), edit->text);
}

bool store_apply(struct store *store, const struct facts *facts,
		 const struct edit *edit, struct error *err)
{
	assert(store->lock >= 0);
	switch (edit_row(edit)->shape) {
	case EDITS_FIELD:
		return apply_field(store, facts, edit, err);
	case EDITS_TIE:
		return apply_tie(store, facts, edit, err);
	case EDITS_ADD:
		return apply_add(store, facts, edit, err);
	case EDITS_DELETE:
		return apply_delete(store, facts, edit, err);
	case EDITS_UNKNOWN:
		break;
	}
	return error_set(err, ERROR_BUG, NULL, "no such edit");
}
