/** Random tests draw the same values in every run, so that a red run means a changed program; `LINLI_SEED=random` explores. */
import fc from 'fast-check'

const given = process.env.LINLI_SEED ?? '4'
if (given !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given) })
