"""An identity server, allauth's own, in a process beside the tests of single sign-on."""

CLIENT, SECRET = "luoshi", "not-a-secret-of-anybody"
CALLBACK = "http://testserver/accounts/oidc/oidc/login/callback/"
