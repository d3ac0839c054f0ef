/** A mini-program keeps its pages on the device by itself. */
export function keepPageHere(_page: '/care' | '/tablet' | '/visits') {}
