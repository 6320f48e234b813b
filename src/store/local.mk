noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_SOURCES = \
	%D%/apply.c \
	%D%/beside.c %D%/beside.h \
	%D%/checkpoint_file.c %D%/checkpoint_file.h \
	%D%/checkpoints.h \
	%D%/cells.c \
	%D%/clean.c \
	%D%/connect.c \
	%D%/events.c \
	%D%/kept.c \
	%D%/links.c \
	%D%/load.c %D%/load.h \
	%D%/lock.c \
	%D%/make.c \
	%D%/migrate.c \
	%D%/no_room.c \
	%D%/opinion.c \
	%D%/place.c \
	%D%/rescue.c \
	%D%/replace.c \
	%D%/rows.c %D%/rows.h \
	%D%/sql.c %D%/sql.h \
	%D%/open.c %D%/store.h %D%/store_priv.h \
	%D%/sweep.c \
	%D%/vault_rows.c %D%/vault_rows.h \
	%D%/verify.c \
	%D%/watch.c
include src/store/check/local.mk
include src/store/checkpoint/local.mk
include src/store/copy/local.mk
include src/store/image/local.mk
include src/store/outside/local.mk
include src/store/page/local.mk
# Each brings the tables one version further, in this order; never edited once
# released: see migrate.c.
MIGRATIONS = \
	data/schema/0001_workspace.sql \
	data/schema/0002_events.sql \
	data/schema/0003_sealed.sql \
	data/schema/0004_operator.sql \
	data/schema/0005_asked.sql \
	data/schema/0006_tokens.sql \
	data/schema/0007_vault.sql \
	data/schema/0008_checkpoints.sql \
	data/schema/0009_leavers.sql \
	data/schema/0010_checks.sql \
	data/schema/0011_requests.sql
nodist_src_store_libstore_a_SOURCES = src/store/migrations.inc
BUILT_SOURCES += src/store/migrations.inc
src/store/migrations.inc: $(top_srcdir)/build-aux/embed.sh $(MIGRATIONS) Makefile
	$(AM_V_GEN)$(MKDIR_P) src/store && \
	$(SHELL) $(top_srcdir)/build-aux/embed.sh migrations \
	$(MIGRATIONS:%=$(top_srcdir)/%) >$@
src/store/migrate.$(OBJEXT): src/store/migrations.inc
