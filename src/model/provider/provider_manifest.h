/* provider_manifest.h: the form of a new GitHub App on a GitHub Enterprise Server, filled
 * in (A29, CONNECTORS 1.2): as JSON, and as a page that takes it there from a browser
 * anywhere. */
#ifndef MODEL_PROVIDER_PROVIDER_MANIFEST_H
#define MODEL_PROVIDER_PROVIDER_MANIFEST_H

#include "base/arena.h"

struct provider_manifest {
	const char *workspace;		/* its name goes into that of the app */
	const char *url;		/* of the server: "https://git.acme.example" */
	const char *organization;	/* that owns the app */
	/* Where the browser is sent when the app is made and authorized; NULL: nowhere,
	 * its id and secret are then copied by hand (A30). */
	const char *back;
};

/* It reads contents and metadata, hears of no events, and is nobody else's.  The device
 * flow cannot be asked for here: its owner ticks that on the app's page. */
const char *provider_manifest(const struct provider_manifest *of, struct arena *arena)
	MUST_CHECK;
/* Where the form is: https://HOST/organizations/ORG/settings/apps/new?state=STATE; state
 * comes back with the browser, and is somebody else's visit where it differs. */
const char *provider_manifest_address(const struct provider_manifest *of,
				      const char *state, struct arena *arena) MUST_CHECK;
/* A page of HTML: opened, it posts the manifest to that address. */
const char *provider_manifest_page(const struct provider_manifest *of, const char *state,
				   struct arena *arena) MUST_CHECK;

#endif
