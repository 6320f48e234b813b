/* courier.c: gatehouse-courier: one job of one outside service over HTTPS, told on
 * standard input (connect/letter.h), answered on standard output (connect/report.h). */
#include "connect/connector.h"

int main(void)
{
	return connector_run();
}
