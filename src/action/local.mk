noinst_LIBRARIES += src/action/libaction.a
ACTIONS =
src_action_libaction_a_SOURCES = \
	%D%/action.h %D%/app.h %D%/plan.h %D%/result.h \
	$(ACTIONS)
