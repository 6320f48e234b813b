# Real servers, which `./bootstrap check --services` installs and --enable-services asks for.
SERVICES_TESTS = %D%/postgres.sh %D%/mariadb.sh %D%/sign.sh %D%/git.sh \
	%D%/github.sh %D%/gitlab.sh %D%/bitbucket.sh
EXTRA_DIST += %D%/forge.sh %D%/forge.py %D%/forge_bitbucket.py \
	%D%/forge_github.py %D%/forge_gitlab.py %D%/services.sh %D%/free_port.c \
	%D%/sign_vectors.py $(SERVICES_TESTS)
EXTRA_PROGRAMS += tests/services/free_port
CLEANFILES += tests/services/free_port$(EXEEXT)
tests_services_free_port_SOURCES = %D%/free_port.c tests/courier/server.c
if SERVICES
TESTS += $(SERVICES_TESTS)
endif
$(SERVICES_TESTS:.sh=.log): tests/services/free_port$(EXEEXT) tests/cli/pick$(EXEEXT) src/gatehouse$(EXEEXT)
%D%/sign.log: tests/net/sign_aws_test$(EXEEXT)
