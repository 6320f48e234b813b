noinst_LIBRARIES += src/model/libmodel.a
# A kind's number is its place here.
KINDS = \
	%D%/kinds/data_connection.c \
	%D%/kinds/secret.c \
	%D%/kinds/git_package.c \
	%D%/kinds/file_integration.c
src_model_libmodel_a_SOURCES = \
	%D%/account_file.h \
	%D%/config.c %D%/config.h \
	%D%/edit.h %D%/edit_apply.c %D%/edit_priv.h \
	%D%/edit_json.c \
	%D%/edit_field.c %D%/edit_field.h \
	%D%/edit_past.h %D%/edit_past_read.c %D%/edit_past_same.c \
	%D%/edit_past_turn.c %D%/edit_past_priv.h \
	%D%/edit_thing.c \
	%D%/facts.h %D%/facts_tables.c %D%/facts_priv.h %D%/facts_put.h \
	%D%/facts_relations.c \
	%D%/facts_undo.c \
	%D%/json_memory.c %D%/json_memory.h \
	%D%/json_priv.h \
	%D%/kind.c %D%/kind.h \
	%D%/kind_connection.c %D%/kind_said.h %D%/kind_types.h \
	%D%/level.c %D%/level.h \
	%D%/mails.c %D%/mails.h \
	%D%/numbers.c %D%/numbers.h \
	%D%/provider.c %D%/provider.h \
	%D%/provider/provider_manifest.c %D%/provider/provider_manifest.h \
	%D%/token.c %D%/token.h \
	%D%/value.c %D%/value.h \
	%D%/whose.c %D%/whose.h \
	%D%/value_check.c %D%/value_time.c \
	%D%/value_type.c %D%/value_type.h \
	%D%/value_web.c %D%/value_web.h \
	%D%/workspace_file.h \
	$(KINDS)
include src/model/file/local.mk
include src/model/asked/local.mk
include src/model/check/local.mk
include src/model/image/local.mk
include src/model/roster/local.mk
include src/model/zone/local.mk
nodist_src_model_libmodel_a_SOURCES = %D%/kind_registry.c
BUILT_SOURCES += %D%/kind_registry.c
%D%/kind_registry.c: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh asset_kind model/kind.h $(KINDS) >$@
