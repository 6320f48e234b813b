check_PROGRAMS += tests/vault/vault_test
tests_vault_vault_test_SOURCES = %D%/vault_test.c
tests_vault_vault_test_CFLAGS = $(TEST_CFLAGS)
tests_vault_vault_test_LDADD = $(VAULT) $(TEST_LIBS)
