import { formText } from '../words/form-text'
import '../ui/base.css'
import './agree-box.css'
import { pages } from '../navigation/pages'
import type { Consent } from './use-consent'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'

/** A box to tick, and both texts beside it; each opens by itself. */
export const AgreeBox = ({ consent }: { consent: Consent }) => (
  <Box className={`agree ${consent.missed ? 'agree--missed' : ''}`}>
    <Box className="agree__line">
      <Tap
        className="agree__tick"
        role="checkbox"
        checked={consent.ticked}
        label={`${formText.agreeTick}${formText.agreeTerms}${formText.agreeAnd}${formText.agreePrivacy}`}
        onTap={consent.tick}
      >
        <Box as="span" decorative className={`agree__box ${consent.ticked ? 'agree__box--on' : ''}`} />
        <Box as="span">{formText.agreeTick}</Box>
      </Tap>
      <Tap className="agree__link" to={pages.text('terms')}>
        {formText.agreeTerms}
      </Tap>
      <Box as="span">{formText.agreeAnd}</Box>
      <Tap className="agree__link" to={pages.text('privacy')}>
        {formText.agreePrivacy}
      </Tap>
    </Box>
    {consent.missed && (
      <Box className="field__fault" role="alert">
        {formText.agreeMissed}
      </Box>
    )}
  </Box>
)
