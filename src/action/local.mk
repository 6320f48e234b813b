# The floors, from the ground up: a folder and a library each.
include src/action/core/local.mk
include src/action/judge/local.mk
include src/action/asking/local.mk
include src/action/asset/local.mk
include src/action/roster/local.mk
include src/action/undo/local.mk
include src/action/vault/local.mk
include src/action/run/local.mk
include src/action/check/local.mk
include src/action/review/local.mk
include src/action/ask/local.mk
include src/action/workspace/local.mk
include src/action/scenario/local.mk
include src/action/verbs/local.mk

# From the top down, once each: a floor that reached upward would not link.  The table
# of all verbs, by which core finds one, stands before them.
ACTION_FLOORS = src/action/verbs/action_registry.$(OBJEXT) \
	src/action/verbs/libaction_verbs.a \
	src/action/scenario/libaction_scenario.a \
	src/action/workspace/libaction_workspace.a \
	src/action/ask/libaction_ask.a \
	src/action/review/libaction_review.a \
	src/action/check/libaction_check.a \
	src/action/run/libaction_run.a \
	src/action/vault/libaction_vault.a \
	src/action/undo/libaction_undo.a \
	src/action/roster/libaction_roster.a \
	src/action/asset/libaction_asset.a \
	src/action/asking/libaction_asking.a \
	src/action/judge/libaction_judge.a \
	src/action/core/libaction_core.a
