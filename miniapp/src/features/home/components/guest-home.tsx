import { pages } from '../../../shared/navigation/pages'
import { clockOf, dayOf } from '../../../shared/time/shanghai'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Age } from '../../../shared/ui/answers/answered'
import { Skeleton } from '../../../shared/ui/answers/skeleton'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Door } from '../../../shared/ui/door'
import { Picture } from '../../../shared/ui/picture'
import { type FreeRoom, type useHome, useFreeRooms } from '../api'
import { homeText } from '../text'
import { FreeBar } from '../../../shared/ui/free-bar'

interface Props {
  home: ReturnType<typeof useHome>
  code: string
}

/** What one can do here, by real examples: what is free today, then the other doors. */
export function GuestHome({ home, code }: Props) {
  const programmes = home.data?.programmes
  const care = programmes === undefined ? homeText.programmesLoading : homeText.programmes(programmes)
  const { doors: names, legal, needs, volunteers, figures, figuresHelp } = homeText
  const doors = [
    { name: names.care, fact: care, picture: 'care', tone: 'torch', to: pages.programmes },
    { name: names.legal, fact: legal, picture: 'law', tone: 'gold', to: pages.askMatter },
    { name: names.needs, fact: needs, picture: 'home', tone: 'sand', to: pages.askNeed },
    { name: names.volunteers, fact: volunteers, picture: 'hand', tone: 'pine', to: pages.tasks },
    { name: figures, fact: figuresHelp, picture: 'post', tone: 'sand', to: pages.figures(code) },
  ] as const
  return (
    <>
      {home.data !== undefined && <Age of={home} />}
      <FreeRooms code={code} />
      <Box as="h2" className="section">
        {homeText.more}
      </Box>
      {doors.map((door) => (
        <Door key={door.name} look="row" {...door} />
      ))}
    </>
  )
}

/** Of today, or of tomorrow once today has nothing left: the answer says which. */
function FreeRooms({ code }: { code: string }) {
  const now = useNow()
  const found = useFreeRooms(code).data
  const rooms = found?.rooms.filter(({ free }) => free.length > 0).slice(0, 3)
  const day = dayWords(found?.day ?? dayOf(now), now)
  return (
    <>
      <Box as="h2" className="section">
        {homeText.freeOn(day)}
      </Box>
      {rooms === undefined ? (
        <Skeleton blocks={[330]} />
      ) : (
        <Box as="section" className="card card--rows">
          {rooms.map((room) => (
            <FreeRow key={room.id} room={room} />
          ))}
          {rooms.length === 0 && <Box className="card__words">{homeText.noneFree(day)}</Box>}
          {rooms.length > 0 && (
            <Box decorative className="axis">
              {homeText.axis.map((word) => (
                <Box as="span" key={word}>
                  {word}
                </Box>
              ))}
            </Box>
          )}
          <Tap className="card__on" to={pages.rooms}>
            {homeText.allRooms}
            <Icon name="next" />
          </Tap>
        </Box>
      )}
    </>
  )
}

const FreeRow = ({ room }: { room: FreeRoom }) => (
  <Tap className="place-row" to={pages.room(room.id)}>
    <Picture of={room.kind} shape="thumb" />
    <Box className="place-row__words">
      <Box className="strong">{room.name}</Box>
      <Box className="muted">
        {homeText.free(room.free.slice(0, 2).map(([from, to]) => `${clockOf(from)}–${clockOf(to)}`))}
      </Box>
      <FreeBar free={room.free} />
    </Box>
  </Tap>
)

/** The way in, and who can do without it. */
export const GuestBar = () => (
  <>
    <Button to={pages.signIn(pages.home)}>{homeText.signIn}</Button>
    <Box className="muted bar-note">{homeText.byOthers}</Box>
  </>
)
