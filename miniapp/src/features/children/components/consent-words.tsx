import './children.css'
import { Box } from '../../../shared/ui/base/box'
import { consentWords } from '../consent'
import { consentText } from '../text'

/** What a guardian decides about, word for word. */
export const ConsentWords = () => (
  <>
    <Box as="p">{consentWords.intro}</Box>
    {consentWords.parts.map(({ head, lines }) => (
      <Box as="section" key={head} className="consent__part">
        <Box as="h3" className="consent__head">
          {head}
        </Box>
        <Box as="ul">
          {lines.map((line) => (
            <Box as="li" key={line} className="consent__line">
              {line}
            </Box>
          ))}
        </Box>
      </Box>
    ))}
    <Box as="p" className="muted after-card">
      {consentText.version(consentWords.version)}
    </Box>
  </>
)
