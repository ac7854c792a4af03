import { eventTypeNames } from './type-names.ts';

/** The sixteen types of events, to choose from. */
export const TypeOptions = () => (
  <>
    {eventTypeNames.map((type) => (
      <option key={type} value={type}>
        {type.toLowerCase()}
      </option>
    ))}
  </>
);
