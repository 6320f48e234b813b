# Real servers, which `./bootstrap check --services` installs and --enable-services asks for.
SERVICES_TESTS = %D%/postgres.sh %D%/mariadb.sh %D%/sign.sh %D%/s3.sh %D%/git.sh \
	%D%/github.sh %D%/gitlab.sh %D%/bitbucket.sh \
	%D%/warehouse_ssh.sh
if CLICKHOUSE
SERVICES_TESTS += %D%/clickhouse.sh
endif
EXTRA_DIST += %D%/clickhouse.sh %D%/forge.sh %D%/forge.py %D%/forge_bitbucket.py \
	%D%/forge_github.py %D%/forge_gitlab.py %D%/services.sh %D%/free_port.c \
	%D%/shift.c %D%/sign_vectors.py %D%/signed.py $(SERVICES_TESTS)
EXTRA_PROGRAMS += tests/services/free_port
CLEANFILES += tests/services/free_port$(EXEEXT)
tests_services_free_port_SOURCES = %D%/free_port.c tests/courier/server.c
if SERVICES
TESTS += $(SERVICES_TESTS)
endif
$(SERVICES_TESTS:.sh=.log): tests/services/free_port$(EXEEXT) tests/cli/pick$(EXEEXT) src/gatehouse$(EXEEXT)
%D%/sign.log: tests/net/sign_aws_test$(EXEEXT)
%D%/s3.log: tests/services/shift.so src/gatehouse-courier$(EXEEXT)
CLEANFILES += tests/services/shift.so
tests/services/shift.so: $(srcdir)/%D%/shift.c
	$(AM_V_GEN)$(MKDIR_P) tests/services && $(CC) -shared -fPIC -o $@ $(srcdir)/%D%/shift.c
