const words = (text: string) => text.trim().split(/\s+/);

export const town = "Brackenford";

/** Ward names, west to east and south to north; each also serves as the locality of its streets. */
export const wardNames = [
  "Harbourside",
  "Saltgate",
  "Eastmarsh",
  "Cockle Point",
  "Old Brackenford",
  "Withy Green",
  "Larkmoor",
  "Stonebeck",
  "Foxholme",
  "Quarry Hill",
  "Fernley Park",
  "Northacre",
];

/** Streets that several wards have. */
export const commonStreets = [
  "High Street",
  "Station Road",
  "Church Lane",
  "Mill Lane",
  "St Mary's Road",
  "Zoë Harker Way",
];

export const streetBases = words(`
  Acorn Alder Anchor Apple Ash Aspen Badger Barley Beacon Beech Bell Birch Blackthorn Bluebell Bracken Bramble Bridge
  Brook Burdock Buttermere Campion Carver Cedar Chandler Chapel Cherry Chestnut Clover Cobbler Cooper Coppice Cornflower
  Cowslip Curlew Cypress Dairy Damson Dove Drover Dunlin Elder Elm Falcon Farrier Fern Ferry Finch Fisher Flint Forge
  Foxglove Garnet Gorse Granary Hawthorn Hazel Heather Heron Hollow Holly Honeysuckle Hornbeam Ivy Jackdaw Juniper Kestrel
  Kiln Lapwing Larch Lark Laurel Lavender Lime Linnet Mallow Maple Marigold Marsh Meadow Merlin Mulberry Nettle
  Nightingale Oak Orchard Osier Osprey Otter Oyster Paddock Partridge Pebble Pilot Plover Poplar Primrose Quarry Quince
  Redwing Ropemaker Rowan Saffron Sandpiper Sawmill Saxon Sexton Shepherd Shingle Skylark Sorrel Sparrow Speedwell
  Spindle Swallow Sycamore Tanner Teal Thatcher Thistle Thrush Vine Warren Weaver Wheelwright Willow Winnow Wren Yarrow`);

export const streetEndings = words(
  "Road Street Lane Avenue Close Grove Gardens Way Terrace Crescent Drive Place Mews Row",
);

export const houseNames = [
  "Ivy Cottage",
  "The Old Forge",
  "Orchard House",
  "Sea View",
  "The Coach House",
  "Meadow Bank",
  "Fir Tree Cottage",
  "The Old Vicarage",
  "Hilltop",
  "Willow Barn",
];

export const firstNames = words(`
  Amara Anwen Bartosz Beatrix Callum Chidi Danuta Delyth Eleni Ewan Farida Gethin Hana Idris Imani Jarek Joan Kavita
  Kwame Leila Lorcan Magda Nia Nasir Olwen Oskar Priya Rhodri Rosalind Samir Sunita Tariq Tobias Wanda Yusuf Zainab`);

/** Family names made up for the demo. */
export const familyNames = words(`
  Brackwell Thistlewick Larkbourne Fennimoor Saltersby Quillgate Harthollow Merrowby Oxlade-Finch Pennywharf Dunmarrow
  Wickersley-Ash Tollbeck Ravenscombe Copperfen Sedgewater Holmbriar Netherlock Fairmarsh Winterslade Cobblewick Underlark
  Stavebrook Mossgate Elderwharf Pinderfold Kettlemoor Brambleshaw Ferrylow Gannetby Ottermere Plumridge-Vale Sandlock
  Tidewell Yarrowby Wrenfield-Low`);
