// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/price_list_model.h"

#include <QLocale>

#include "phone/country.h"

namespace heliograph::items {

using providers::Price;

QString PriceListModel::columnName(int column) const {
  switch (column) {
    case Country:
      return tr("Country");
    case Prefix:
      return tr("Begins with");
    case Provider:
      return tr("Provider");
    case Amount:
      return tr("Price of a part");
    case Currency:
      return tr("Currency");
    default:
      return {};
  }
}

qint64 PriceListModel::key(const PriceRow& row) const {
  const Price& price = row.price;
  return static_cast<qint64>(
      qHashMulti(0, price.provider.value, price.prefix, price.country, static_cast<int>(row.missing)) >> 1U);
}

QString PriceListModel::text(const PriceRow& row, int column) {
  const Price& price = row.price;
  switch (column) {
    case Country:
      if (!price.country.isEmpty()) return phone::countryName(price.country);
      return price.prefix.isEmpty() ? tr("Everywhere") : tr("Any with this beginning");
    case Prefix:
      return price.prefix.isEmpty() ? QString() : u'+' + price.prefix;
    case Provider:
      return row.provider.isEmpty() ? tr("Any provider") : row.provider;
    case Amount:
      return row.missing ? tr("Add") : price.perPart.decimal();
    case Currency:
      return price.perPart.currency;
    default:
      return {};
  }
}

QVariant PriceListModel::cell(const PriceRow& row, int column, int role) const {
  switch (role) {
    case Qt::DisplayRole:
      if (row.missing && column == Country) {
        const QString people =
            row.people == 1 ? tr("1 contact") : tr("%1 contacts").arg(QLocale().toString(row.people));
        return tr("%1, %2").arg(text(row, column), people);
      }
      return text(row, column);
    case Qt::EditRole:
      if (column == Amount && row.missing) return QString();
      return column == Provider ? QVariant(row.price.provider.value) : QVariant(text(row, column));
    case Qt::ToolTipRole:
      if (row.missing) return tr("These contacts have no price yet. Type one into the row.");
      return column == Country ? text(row, column) : QString();
    case Qt::TextAlignmentRole:
      return isFigure(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case role::Tone:
      return static_cast<int>(row.missing ? RowTone::Attention : RowTone::Neutral);
    case role::Raw:
      return column == Amount ? QVariant(row.price.perPart.micros) : QVariant(text(row, column));
    default:
      return {};
  }
}

Qt::ItemFlags PriceListModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags plain = RowsModel::flags(index);
  return index.column() == Country ? plain : plain | Qt::ItemIsEditable;
}

bool PriceListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
  const PriceRow& row = this->row(index.row());
  Price price = row.price;
  const QString entered = value.toString().trimmed();
  switch (index.column()) {
    case Prefix:
      price.prefix = entered;
      break;
    case Provider:
      price.provider = ProviderId{value.toLongLong()};
      break;
    case Amount:
    case Currency: {
      const bool amount = index.column() == Amount;
      if (amount && entered.isEmpty()) return false;
      const auto money =
          Money::parse(amount ? entered : price.perPart.decimal(), amount ? price.perPart.currency : entered);
      if (!money) {
        Q_EMIT refused(money.error().message);
        return false;
      }
      price.perPart = *money;
      break;
    }
    default:
      return false;
  }
  const auto wanted = providers::normalised(price);
  if (!wanted) {
    Q_EMIT refused(wanted.error().message);
    return false;
  }
  if (!row.missing && *wanted == row.price) return true;
  const PriceRow before = row;
  const bool complete = !before.missing || index.column() == Amount;
  // The row's next cell is edited on top of this, maybe before the rows are set anew.
  replaceRow(index.row(), {*wanted, before.provider, !complete, complete ? 0 : before.people});
  if (complete) Q_EMIT edited(before, *wanted);
  return true;
}

}  // namespace heliograph::items
