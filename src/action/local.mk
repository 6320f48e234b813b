# The floors, from the ground up: a folder each.
noinst_LIBRARIES += src/action/libaction.a
src_action_libaction_a_SOURCES =
nodist_src_action_libaction_a_SOURCES =
include src/action/core/local.mk
include src/action/judge/local.mk
include src/action/asset/local.mk
include src/action/run/local.mk
include src/action/undo/local.mk
include src/action/workspace/local.mk
include src/action/scenario/local.mk
include src/action/verbs/local.mk
