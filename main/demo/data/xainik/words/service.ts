const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const branches = words('Army, Army, Army, Navy, Air Force, Air Force, Coast Guard, Border Security Force')
export const ranks = words(
  'Havildar, Naib Subedar, Subedar, Subedar Major, Captain, Major, Lieutenant Colonel, Petty Officer, Sergeant, Junior Warrant Officer, Squadron Leader, Lieutenant Commander',
)

/** What veterans look for, and what they can do. */
export const trades = [
  {
    title: 'Logistics and supply chain lead',
    skills: words('Logistics, Supply chain, Fleet management, Warehousing, Inventory control, SAP'),
    did: 'moved men and material for a whole division',
  },
  {
    title: 'Security operations manager',
    skills: words('Security management, Crisis response, CCTV, Access control, Risk assessment, Training'),
    did: 'planned the security of three airfields',
  },
  {
    title: 'Aviation maintenance engineer',
    skills: words('Aircraft maintenance, Avionics, Quality assurance, Safety audits, Hydraulics'),
    did: 'kept a squadron of transport aircraft in the air',
  },
  {
    title: 'IT infrastructure and network administrator',
    skills: words('Networking, Linux, Satellite communication, Cyber security, Incident response'),
    did: 'ran communications where there was no other network',
  },
  {
    title: 'Facilities and administration manager',
    skills: words('Facilities management, Vendor management, Budgeting, Compliance, Housekeeping'),
    did: 'ran a cantonment with four thousand residents',
  },
  {
    title: 'Human resources and training lead',
    skills: words('Recruitment, Training, Counselling, Labour law, Payroll'),
    did: 'trained more than two thousand recruits',
  },
  {
    title: 'Marine engineer and shipyard supervisor',
    skills: words('Marine engineering, Diesel engines, Dry docking, Safety, Project planning'),
    did: 'brought four frigates through their refits on time',
  },
  {
    title: 'Emergency medical coordinator',
    skills: words('First aid, Triage, Hospital administration, Ambulance operations, Disaster relief'),
    did: 'led a field hospital through two floods',
  },
  {
    title: 'Project manager, civil works',
    skills: words('Civil engineering, Project planning, Bridge construction, Contracts, AutoCAD'),
    did: 'built roads and bridges above four thousand metres',
  },
] as const

export const openings = [
  'In YEARS years of service I DID. I bring that calm to your team.',
  'For YEARS years people relied on me when plans changed overnight: I DID. I am looking for a team that values that.',
  'I DID. After YEARS years in uniform I want to do the same for a company that grows.',
  'YEARS years of service taught me to finish what I start. I DID, and I am ready for the next task.',
]

export const companies = words(
  'Sahyadri Logistics, Konkan Ports, Himal Aerospace, Deccan Data Centres, Blue Lotus Hospitals, Trident Security, Logistique Moreau, Nordwind Freight, Airlift Partners, Kaveri Infrastructure, Atelier Garnier, Whitfield Facilities, Indus Marine, Sentinel Works, Groupe Mercier',
)
export const industries = words(
  'Logistics, Ports, Aerospace, Data centres, Healthcare, Security, Construction, Facilities',
)
