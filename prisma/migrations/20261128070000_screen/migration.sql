-- Nothing untrue on the screen: what public holidays close.

ALTER TABLE facilities
  ADD COLUMN holidays text NOT NULL DEFAULT 'closed',
  ADD CONSTRAINT facilities_holidays_known CHECK (holidays IN ('open', 'closed'));
COMMENT ON COLUMN facilities.holidays IS
  'On public holidays open as on any other day, or closed; the calendar says which days those are.';
COMMENT ON CONSTRAINT facilities_holidays_known ON facilities IS
  'There is no third answer: a house with hours of its own on holidays plans closures.';

-- Feasts and sport are what holidays are for; everywhere else nobody is there to open. Bookings that stand are kept.
UPDATE facilities SET holidays = 'open' WHERE kind IN ('banquet_hall', 'sports_ground');
