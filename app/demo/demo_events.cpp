// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_events.h"

#include <array>
#include <cstdio>
#include <string>

namespace heliograph::app {
namespace {

using audience::ValueForm;
using namespace std::string_view_literals;

constexpr qint64 kDaysOfEvents = 90;
constexpr qint64 kSecondsADay = 86400;

struct Product {
  std::string_view name;
  std::string_view category;
  unsigned price;
};

constexpr std::array kProducts{Product{"Running shoes", "Sports", 89},    Product{"Yoga mat", "Sports", 29},
                               Product{"Espresso machine", "Home", 249},  Product{"Desk lamp", "Home", 45},
                               Product{"Linen shirt", "Clothing", 59},    Product{"Rain jacket", "Clothing", 119},
                               Product{"Headphones", "Electronics", 199}, Product{"Power bank", "Electronics", 39},
                               Product{"Face cream", "Beauty", 24},       Product{"Perfume", "Beauty", 79}};
constexpr std::array kPlaces{"Mumbai"sv, "Delhi"sv,   "Berlin"sv, "Paris"sv,     "London"sv,   "Lisbon"sv,
                             "Dubai"sv,  "Nairobi"sv, "Tokyo"sv,  "São Paulo"sv, "New York"sv, "Jakarta"sv};
constexpr std::array kPayments{"Card"sv, "PayPal"sv, "Invoice"sv, "Cash on delivery"sv};
constexpr std::array kPlatforms{"android"sv, "ios"sv, "web"sv};

}  // namespace

DemoEvents::DemoEvents(quint32 seed, qint64 people, qint64 events, const QDateTime& now)
    : m_random(seed), m_people(std::max<qint64>(1, people)), m_events(events), m_until(now.toSecsSinceEpoch()) {}

void DemoEvents::addText(std::string_view name, std::string_view text) {
  m_draft->values.push_back({name, ValueForm::Text, text});
}

void DemoEvents::addNumber(std::string_view name, std::int64_t number) {
  m_draft->values.push_back({name, ValueForm::Number, m_arena->keep(std::to_string(number))});
}

/// `day`: seconds since 1970.
void DemoEvents::addDate(std::string_view name, std::int64_t day) {
  m_draft->values.push_back({name, ValueForm::Text, m_arena->keep("$D_" + std::to_string(day))});
}

void DemoEvents::shop(std::string_view* event) {
  const Product& product = kProducts[below(kProducts.size())];
  const unsigned draw = below(100);
  if (draw < 25) {
    *event = "App Launched";
    addText("Platform", kPlatforms[below(kPlatforms.size())]);
    return;
  }
  *event = draw < 62 ? "Product Viewed" : draw < 80 ? "Added to Cart" : draw < 97 ? "Charged" : "Refunded";
  addText("Product", product.name);
  addText("Category", product.category);
  if (*event != "Charged"sv && *event != "Refunded"sv) {
    addNumber("Price", product.price);
    return;
  }
  const Product& second = kProducts[below(kProducts.size())];
  const bool several = below(3) == 0;
  addNumber("Amount", product.price + (several ? second.price : 0));
  std::string items = "[\"" + std::string(product.name) + '"';
  if (several) items += ",\"" + std::string(second.name) + '"';
  m_draft->values.push_back({"Items", ValueForm::List, m_arena->keep(items + ']')});
  if (*event == "Refunded"sv) return;
  addText("Payment", kPayments[below(kPayments.size())]);
  m_draft->values.push_back({"Gift", ValueForm::Boolean, below(8) == 0 ? "true"sv : "false"sv});
}

void DemoEvents::travel(std::string_view* event, std::int64_t at) {
  const std::string_view from = kPlaces[below(kPlaces.size())];
  const std::string_view to = kPlaces[below(kPlaces.size())];
  const unsigned draw = below(100);
  if (draw < 50) {
    *event = "Flight Searched";
    addText("From", from);
    addText("To", to);
    addNumber("Travellers", 1 + below(5));
    addDate("Departure", at + kSecondsADay * (3 + below(120)));
  } else if (draw < 75) {
    *event = "Hotel Viewed";
    addText("City", to);
    addNumber("Nights", 1 + below(14));
    addNumber("Stars", 2 + below(4));
  } else if (draw < 93) {
    *event = "Trip Booked";
    addText("From", from);
    addText("To", to);
    addNumber("Amount", 90 + below(1900));
    addNumber("Travellers", 1 + below(5));
    addDate("Departure", at + kSecondsADay * (3 + below(120)));
  } else {
    *event = "Trip Reviewed";
    addText("To", to);
    addNumber("Rating", 1 + below(5));
  }
}

Result<bool> DemoEvents::next(audience::EventDraft& draft, audience::TextArena& arena) {
  if (m_made == m_events) return false;
  m_draft = &draft;
  m_arena = &arena;
  draft.kind = audience::EventDraft::Kind::Event;
  draft.row = m_made + 1;
  draft.values.clear();
  const qint64 span = kDaysOfEvents * kSecondsADay;
  const qint64 at =
      m_until - span +
      static_cast<qint64>(static_cast<double>(span) * static_cast<double>(m_made) / static_cast<double>(m_events));
  // The square makes the first people the busiest.
  const double draw = m_random.generateDouble();
  const auto person = static_cast<qint64>(draw * draw * static_cast<double>(m_people));
  char identity[32];
  const int length = std::snprintf(identity, sizeof identity, "c-%06lld", static_cast<long long>(person + 1));
  draft.identity = arena.keep({identity, static_cast<std::size_t>(length)});
  below(10) < 7 ? shop(&draft.event) : travel(&draft.event, at);
  draft.at = {"time", ValueForm::Number, arena.keep(std::to_string(at))};
  draft.id = {};
  ++m_made;
  return true;
}

}  // namespace heliograph::app
