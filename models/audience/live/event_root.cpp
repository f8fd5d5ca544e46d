// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/event_root.h"

#include <QDateTime>

#include "audience/cell_value.h"
#include "audience/events/list_value.h"
#include "audience/iso_date.h"
#include "audience/slot_texts.h"

namespace heliograph::audience {
namespace {

/// The texts that the values look at, and the hash of them.
struct HeldEvent {
  liquid::ValueStore store;
  liquid::Value root;
};

liquid::Value heldValue(const QVariant& value, liquid::ValueStore& store, SlotTexts& dates) {
  switch (value.typeId()) {
    case QMetaType::Bool:
      return liquid::Value::boolean(value.toBool());
    case QMetaType::Int:
    case QMetaType::LongLong:
      return liquid::Value::integer(value.toLongLong());
    case QMetaType::Double:
      return liquid::Value::number(value.toDouble());
    case QMetaType::QDateTime:
      return store.string(std::string(dates.instant(0, value.toDateTime().toMSecsSinceEpoch()).toView()));
    case QMetaType::QVariantList: {
      std::vector<liquid::Value> items;
      for (const QVariant& item : value.toList()) items.push_back(heldValue(item, store, dates));
      return store.array(std::move(items));
    }
    default:
      return store.string(value.toString().toStdString());
  }
}

}  // namespace

std::shared_ptr<const liquid::Value> eventRoot(const std::vector<std::pair<QString, QVariant>>& values,
                                               const QTimeZone& zone) {
  auto held = std::make_shared<HeldEvent>();
  SlotTexts dates(zone, 1);
  std::vector<std::pair<std::string, liquid::Value>> entries;
  for (const auto& [name, value] : values) {
    if (value.isValid()) entries.emplace_back(name.toStdString(), heldValue(value, held->store, dates));
  }
  held->root = held->store.hash(std::move(entries));
  const liquid::Value* root = &held->root;
  return {std::move(held), root};
}

QString typedText(const QVariant& value, const QTimeZone& zone) {
  if (value.typeId() != QMetaType::QDateTime) return propertyText(value);
  return value.toDateTime().toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QVariant typedValue(const QString& text, PropertyType type, const QTimeZone& zone) {
  const std::string typed = text.trimmed().toStdString();
  switch (type) {
    case PropertyType::Text:
      break;
    case PropertyType::Number:
      if (const auto number = readNumber(typed)) {
        if (const auto* whole = std::get_if<std::int64_t>(&*number)) return QVariant(qlonglong{*whole});
        return std::get<double>(*number);
      }
      break;
    case PropertyType::Boolean:
      if (const auto flag = readBoolean(typed)) return *flag;
      break;
    case PropertyType::Date:
      if (const auto date = readIsoDate(typed)) {
        const QDateTime clock = QDateTime::fromMSecsSinceEpoch(date->milliseconds, Qt::UTC);
        return date->exact ? clock : QDateTime(clock.date(), clock.time(), zone).toUTC();
      }
      break;
    case PropertyType::List: {
      QVariantList items;
      for (const QString& item : text.split(QLatin1Char(',')))
        items << typedValue(item.trimmed(), PropertyType::Text, zone);
      return items;
    }
  }
  return text;
}

}  // namespace heliograph::audience
