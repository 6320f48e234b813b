noinst_LIBRARIES += src/action/undo/libaction_undo.a
src_action_undo_libaction_undo_a_SOURCES = \
	%D%/as_of_facts.c %D%/as_of_facts.h \
	%D%/event_filter.c %D%/event_filter.h \
	%D%/event_log.c %D%/event_log.h \
	%D%/event_rows.c %D%/event_rows.h \
	%D%/event_seen.c %D%/event_seen.h \
	%D%/past_config.c %D%/past_config.h \
	%D%/grant_since.c %D%/grant_since.h \
	%D%/pair_facts.c %D%/pair_facts.h \
	%D%/pair_change.h \
	%D%/pair_past.c %D%/pair_past.h \
	%D%/pair_rows.c %D%/pair_rows.h \
	%D%/pair_words.c %D%/pair_words.h \
	%D%/past_words.c %D%/past_words.h \
	%D%/undo_offer.c %D%/undo_offer.h \
	%D%/undo_plan.c %D%/undo_plan.h \
	%D%/undo_seen.c \
	%D%/undo_values.c %D%/undo_values.h
