const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

/** First and second words of company names; a family name may stand for the second. */
export const frenchFirst = words(
  'Atelier, Maison, Studio, Comptoir, Les Ateliers, Cabinet, Manufacture, Fabrique, Agence, Domaine, Éditions, Épicerie',
)
export const frenchSecond = words(
  'du Phare, Verte, des Cimes, du Canal, Rouge, de la Loire, Saint-Michel, Lumen, Nomade, des Arts, du Littoral, Boréale, Mistral, Solstice, Garance',
)
export const englishFirst = words(
  'Bright, North, Palisade, Quantum, Iron, Silver, Harbor, Copper, Clear, Blue, Summit, Cedar, Granite, Evergreen, Willow, Lighthouse, Anchor, Meridian',
)
export const englishSecond = words(
  'Harbor, Labs, Freight, Trading, Tailors, Analytics, Foods, Works, Media, Studio, Supply, Outfitters, Ventures, Consulting, Robotics, Interiors, Digital, Logistics',
)

export const activities: readonly { readonly en: string; readonly fr: string }[] = [
  { en: 'the design and sale of ceramics', fr: 'la création et la vente de céramiques' },
  { en: 'software for small workshops', fr: 'l’édition de logiciels pour petits ateliers' },
  { en: 'freight forwarding and customs services', fr: 'la commission de transport et les services douaniers' },
  { en: 'online sale of organic food', fr: 'la vente en ligne de produits biologiques' },
  { en: 'consulting in organisation and management', fr: 'le conseil en organisation et en gestion' },
  { en: 'interior architecture and fittings', fr: 'l’architecture d’intérieur et l’agencement' },
  { en: 'web design and digital marketing', fr: 'la création de sites et le marketing numérique' },
  { en: 'import and wholesale of textiles', fr: 'l’importation et le négoce de textiles' },
  { en: 'training and coaching', fr: 'la formation professionnelle et le coaching' },
  { en: 'production of films and photographs', fr: 'la production de films et de photographies' },
  { en: 'repair and sale of bicycles', fr: 'la réparation et la vente de cycles' },
  { en: 'property management', fr: 'la gestion immobilière' },
]

export const usOffices: readonly { readonly state: string; readonly street: string; readonly city: string }[] = [
  { state: 'Delaware', street: '8 The Green, Suite 400', city: 'Dover, DE 19901' },
  { state: 'Delaware', street: '1007 North Orange Street, Floor 4', city: 'Wilmington, DE 19801' },
  { state: 'Wyoming', street: '30 North Gould Street, Suite R', city: 'Sheridan, WY 82801' },
  { state: 'Wyoming', street: '1712 Pioneer Avenue, Suite 115', city: 'Cheyenne, WY 82001' },
]
