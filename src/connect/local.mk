noinst_LIBRARIES += src/connect/libconnect.a
# The services of gatehouse-courier, a file each.
CONNECTORS = \
	%D%/kinds/athena.c \
	%D%/kinds/bigquery.c \
	%D%/kinds/bitbucket.c \
	%D%/kinds/clickhouse.c \
	%D%/kinds/databricks.c \
	%D%/kinds/github.c \
	%D%/kinds/github_enterprise.c \
	%D%/kinds/gitlab.c \
	%D%/kinds/presto.c \
	%D%/kinds/s3.c \
	%D%/kinds/snowflake.c \
	%D%/kinds/starburst.c \
	%D%/kinds/trino.c
src_connect_libconnect_a_SOURCES = \
	%D%/api.c %D%/api.h \
	%D%/api_fault.c \
	%D%/api_read.c \
	%D%/bitbucket/bitbucket.h \
	%D%/bitbucket/bitbucket_account.c \
	%D%/bitbucket/bitbucket_fault.c \
	%D%/bitbucket/bitbucket_letter.c \
	%D%/bitbucket/bitbucket_lists.c \
	%D%/bitbucket/bitbucket_package.c \
	%D%/cage.c %D%/cage.h \
	%D%/connector.c %D%/connector.h \
	%D%/database.c %D%/database.h \
	%D%/database_check.c %D%/database_check.h \
	%D%/database_reach.c %D%/database_reach.h \
	%D%/database_wish.c %D%/database_wish.h \
	%D%/device_flow.c %D%/device_flow.h \
	%D%/git_say.c %D%/git_say.h \
	%D%/git_proof.c %D%/git_proof.h \
	%D%/github/github.h \
	%D%/github/github_account.c \
	%D%/github/github_auth.c \
	%D%/github/github_client.c \
	%D%/github/github_fault.c \
	%D%/github/github_install.c \
	%D%/github/github_list.c \
	%D%/github/github_open.c \
	%D%/github/github_refs.c \
	%D%/github/github_repos.c \
	%D%/github/github_sign_in.c \
	%D%/github/github_verify.c \
	%D%/gitlab/gitlab.h \
	%D%/gitlab/gitlab_account.c \
	%D%/gitlab/gitlab_auth.c \
	%D%/gitlab/gitlab_fault.c \
	%D%/gitlab/gitlab_projects.c \
	%D%/gitlab/gitlab_refs.c \
	%D%/letter.c %D%/letter.h \
	%D%/pkt.c %D%/pkt.h \
	%D%/report.c %D%/report.h \
	%D%/smart_http.c %D%/smart_http.h \
	%D%/trino_talk.c %D%/trino_talk.h \
	%D%/tunnel.c %D%/tunnel.h \
	%D%/tunnel_words.c \
	%D%/warehouse.c %D%/warehouse.h \
	%D%/s3/s3_browse.c \
	%D%/s3/s3_call.c %D%/s3/s3_call.h \
	%D%/s3/s3_fault.c \
	%D%/s3/s3_xml.c %D%/s3/s3_xml.h \
	$(CONNECTORS)
nodist_src_connect_libconnect_a_SOURCES = %D%/connector_registry.c
BUILT_SOURCES += %D%/connector_registry.c
%D%/connector_registry.c: $(top_srcdir)/build-aux/registry.sh Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	$(SHELL) $(top_srcdir)/build-aux/registry.sh connector connect/connector.h $(CONNECTORS) >$@
