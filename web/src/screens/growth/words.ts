/** The words of the growth screens. */

export const words = {
  title: 'Growth',
  under: 'Your strength in each exercise, for the setup you used last.',
  search: 'Search exercises',
  sort: 'Sort by',
  sorts: { recent: 'Most recent', name: 'Name', often: 'Most trained', change: 'Biggest gain' },
  region: 'Body part',
  everyRegion: 'All body parts',
  overview: 'Overview',
  records: 'All records',
  noMatch: 'No trained exercise matches. Change the search or the filter.',
  calculating: 'Calculating…',
} as const
