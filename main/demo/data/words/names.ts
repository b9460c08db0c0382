const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export interface Origin {
  readonly country: string
  readonly nationality: string
  readonly language: 'en' | 'fr'
  readonly weight: number
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly last: readonly string[]
  readonly streets: readonly string[]
  readonly cities: readonly string[]
  readonly phone: string
}

const frenchWomen = words(
  'Camille, Inès, Chloé, Léa, Manon, Élodie, Aurélie, Sophie, Claire, Margaux, Océane, Hélène, Juliette, Nathalie, Zoé, Anaïs, Bérénice, Solène',
)
const frenchMen = words(
  'Hugo, Marc, Paul, Julien, Antoine, Mathieu, Étienne, Thomas, Rémi, Loïc, Gaëtan, François, Benoît, Théo, Cédric, Jérôme, Baptiste, Yann',
)
const frenchLast = words(
  'Moreau, Petit, Garnier, Aubry, Delacroix, Lefèvre, Rousseau, Fournier, Girard, Mercier, Dupuis, Chevalier, Barbier, Renaud, Leclerc, Vasseur, Perrot, Masson, Guérin, Boulanger, Marchal, Noël, Besson, Lemaître',
)
const englishWomen = words(
  'Rosa, Ama, Emily, Charlotte, Grace, Hannah, Olivia, Megan, Sarah, Alice, Naomi, Ruth, Bethany, Georgia, Imogen, Phoebe',
)
const englishMen = words(
  'Tom, James, Oliver, Jack, Daniel, Samuel, Edward, Liam, Noah, Henry, Marcus, Adam, Toby, Nathan, Callum, Stephen',
)
const englishLast = words(
  'Becker, Whitfield, Grant, Palmer, Hughes, Walker, Bennett, Foster, Reid, Campbell, Marsh, Holloway, Ellis, Barnes, Thornton, Wallis, Fletcher, Sutton, Hayes, Doyle, Pritchard, Lowe',
)

export const origins: readonly Origin[] = [
  {
    country: 'FR',
    nationality: 'Française',
    language: 'fr',
    weight: 40,
    women: frenchWomen,
    men: frenchMen,
    last: frenchLast,
    phone: '+33 6',
    streets: words(
      '12 rue des Tilleuls, 4 place du Marché, 27 avenue Jean-Jaurès, 8 impasse des Cerisiers, 61 boulevard Voltaire, 3 quai de la Loire, 19 rue Pasteur, 45 cours Lafayette, 2 allée des Acacias, 110 rue de la République',
    ),
    cities: words(
      '75011 Paris, 69003 Lyon, 33000 Bordeaux, 44000 Nantes, 13006 Marseille, 67000 Strasbourg, 31000 Toulouse, 35000 Rennes, 59800 Lille, 34000 Montpellier',
    ),
  },
  {
    country: 'BE',
    nationality: 'Belge',
    language: 'fr',
    weight: 6,
    women: frenchWomen,
    men: frenchMen,
    last: words('Dubois, Lambert, Dumont, Simon, Claes, Jacobs, Willems, Lejeune, Collard, Servais'),
    phone: '+32 4',
    streets: words('14 rue Neuve, 88 chaussée de Wavre, 5 avenue Louise, 31 rue du Midi'),
    cities: words('1050 Bruxelles, 4000 Liège, 5000 Namur, 6000 Charleroi'),
  },
  {
    country: 'GB',
    nationality: 'British',
    language: 'en',
    weight: 15,
    women: englishWomen,
    men: englishMen,
    last: englishLast,
    phone: '+44 7',
    streets: words(
      '22 Mill Lane, 7 Station Road, 140 High Street, 3 Orchard Close, 58 Victoria Terrace, 19 Church Walk, 81 Canal Street',
    ),
    cities: words(
      'London E8 2PB, Bristol BS1 4DJ, Leeds LS2 7HY, Manchester M4 1HQ, Edinburgh EH6 6LX, Cardiff CF10 1EP',
    ),
  },
  {
    country: 'US',
    nationality: 'American',
    language: 'en',
    weight: 8,
    women: englishWomen,
    men: englishMen,
    last: englishLast,
    phone: '+1 617',
    streets: words('410 Maple Avenue, 77 Prospect Street, 1205 Lakeview Drive, 9 Elm Court'),
    cities: words('Boston MA 02118, Austin TX 78704, Portland OR 97209, Denver CO 80205'),
  },
  {
    country: 'MA',
    nationality: 'Marocaine',
    language: 'fr',
    weight: 9,
    women: words('Nadia, Salma, Leïla, Khadija, Imane, Yasmine, Samira'),
    men: words('Karim, Youssef, Mehdi, Omar, Rachid, Anas, Hicham'),
    last: words('Haddad, Benali, El Amrani, Bennani, Tazi, Alaoui, Cherkaoui, Idrissi, Fassi'),
    phone: '+212 6',
    streets: words('18 rue Ibn Battouta, 6 avenue Hassan II, 42 boulevard Zerktouni'),
    cities: words('20250 Casablanca, 10000 Rabat, 40000 Marrakech, 90000 Tanger'),
  },
  {
    country: 'SN',
    nationality: 'Sénégalaise',
    language: 'fr',
    weight: 6,
    women: words('Awa, Fatou, Mariama, Aïssatou, Ndeye'),
    men: words('Mamadou, Cheikh, Ibrahima, Ousmane, Moussa'),
    last: words('Diop, Ndiaye, Fall, Sow, Sarr, Gueye, Diallo, Ba'),
    phone: '+221 77',
    streets: words('15 rue Mohamed V, 9 corniche Ouest, 33 avenue Bourguiba'),
    cities: words('Dakar, Saint-Louis, Thiès'),
  },
  {
    country: 'GH',
    nationality: 'Ghanaian',
    language: 'en',
    weight: 5,
    women: words('Ama, Akua, Efua, Abena, Esi'),
    men: words('Kofi, Kwame, Kojo, Yaw, Kwesi'),
    last: words('Mensah, Owusu, Boateng, Asante, Osei, Appiah, Adjei'),
    phone: '+233 24',
    streets: words('12 Ring Road East, 4 Liberation Avenue, 27 Oxford Street'),
    cities: words('Accra, Kumasi, Takoradi'),
  },
  {
    country: 'NG',
    nationality: 'Nigerian',
    language: 'en',
    weight: 4,
    women: words('Ngozi, Adaeze, Chioma, Yetunde'),
    men: words('Chidi, Emeka, Tunde, Segun'),
    last: words('Okafor, Adeyemi, Eze, Balogun, Nwosu'),
    phone: '+234 80',
    streets: words('21 Admiralty Way, 5 Allen Avenue'),
    cities: words('Lagos, Abuja, Port Harcourt'),
  },
  {
    country: 'DE',
    nationality: 'German',
    language: 'en',
    weight: 3,
    women: words('Greta, Lena, Anja, Katrin'),
    men: words('Jonas, Lukas, Felix, Stefan'),
    last: words('Vogel, Brandt, Lindner, Krüger, Hoffmann'),
    phone: '+49 151',
    streets: words('Lindenstraße 8, Hauptstraße 41'),
    cities: words('10969 Berlin, 20095 Hamburg'),
  },
  {
    country: 'TR',
    nationality: 'Turkish',
    language: 'en',
    weight: 2,
    women: words('Elif, Zeynep, Defne'),
    men: words('Emre, Mert, Can'),
    last: words('Kaya, Demir, Arslan, Aydin'),
    phone: '+90 532',
    streets: words('Bagdat Caddesi 112, Istiklal Caddesi 40'),
    cities: words('34710 Istanbul, 35220 Izmir'),
  },
  {
    country: 'ES',
    nationality: 'Spanish',
    language: 'en',
    weight: 2,
    women: words('Lucía, Carmen, Paula'),
    men: words('Álvaro, Diego, Javier'),
    last: words('Ferrer, Jiménez, Navarro, Ortega'),
    phone: '+34 6',
    streets: words('Calle Mayor 12, Avenida del Puerto 55'),
    cities: words('28013 Madrid, 46023 Valencia'),
  },
]
