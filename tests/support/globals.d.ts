/** What the build of the app puts into its code; a test that runs it says what. */
declare const API_ORIGIN: string
