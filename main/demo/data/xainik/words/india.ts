const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const women = words(
  'Anjali, Priya, Kavita, Sunita, Deepa, Lakshmi, Neha, Shalini, Rekha, Pooja, Asha, Divya, Geeta, Harpreet, Manjula',
)
export const men = words(
  'Arjun, Rajesh, Suresh, Amit, Ravi, Sanjay, Manoj, Gurpreet, Harjit, Anil, Prakash, Vivek, Ashok, Dinesh, Mohan, Naveen, Karthik, Balwinder, Sandeep, Thomas, Imran, Rohit',
)
export const last = words(
  'Sharma, Singh, Rathore, Nair, Iyer, Reddy, Chauhan, Gill, Sandhu, Thapa, Gurung, Pillai, Rao, Mishra, Verma, Yadav, Joshi, Bhatt, Menon, Das, Khan, Mathew, Shekhawat, Dhillon, Rawat, Naidu',
)
export const cities = words(
  'Pune, Chandigarh, Dehradun, Bengaluru, Hyderabad, Jaipur, Lucknow, Kochi, Secunderabad, New Delhi, Jalandhar, Ranchi, Nagpur, Visakhapatnam, Shimla, Guwahati',
)
