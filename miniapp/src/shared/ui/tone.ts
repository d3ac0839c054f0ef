/** What the colour of a state repeats. */
export type Tone = 'good' | 'wait' | 'bad' | 'quiet'
