// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recipient_list_model.h"

#include <QLocale>

#include "delivery/receipts/delivery_words.h"
#include "items/rows_model.h"

namespace heliograph::items {

using delivery::RowState;

namespace {

RowTone stateTone(RowState state) {
  switch (state) {
    case RowState::Accepted:
      return RowTone::Fine;
    case RowState::Refused:
      return RowTone::Problem;
    case RowState::InDoubt:
      return RowTone::Attention;
    case RowState::Pending:
    case RowState::Claimed:
    case RowState::Sending:
    case RowState::Held:
      return RowTone::Accent;
    case RowState::Skipped:
      break;
  }
  return RowTone::Neutral;
}

}  // namespace

RecipientListModel::RecipientListModel(const reports::ReportRepository& reports, Background& background,
                                       QObject* parent)
    : QAbstractTableModel(parent), m_reports(reports), m_background(background) {}

void RecipientListModel::setQuery(const reports::RecipientQuery& query) {
  beginResetModel();
  ++m_generation;
  m_query = query;
  m_rows.clear();
  m_renewing = false;
  m_complete = false;
  endResetModel();
  read({});
}

void RecipientListModel::reload() {
  ++m_generation;
  m_renewing = true;
  read({});
}

int RecipientListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecipientListModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

bool RecipientListModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && !m_complete && !m_loading;
}

void RecipientListModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent)) read(m_rows.empty() ? OutboxId{} : m_rows.back().id);
}

void RecipientListModel::read(OutboxId after) {
  m_loading = true;
  m_query.after = after;
  m_background.run([&reports = m_reports, query = m_query] { return reports.recipients(query); })
      .then(this, [this, generation = m_generation](const Result<std::vector<reports::Recipient>>& page) {
        append(generation, page);
      });
}

void RecipientListModel::append(quint64 generation, const Result<std::vector<reports::Recipient>>& page) {
  if (generation != m_generation) return;
  m_complete = !page || static_cast<int>(page->size()) < m_query.limit;
  if (std::exchange(m_renewing, false) && page) {
    beginResetModel();
    m_rows = *page;
    endResetModel();
  } else if (page && !page->empty()) {
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page->size()) - 1);
    m_rows.insert(m_rows.end(), page->begin(), page->end());
    endInsertRows();
  }
  m_loading = false;  // last: whoever hears of the rows may ask for more at once
  if (!page) Q_EMIT failed(page.error());
}

QVariant RecipientListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Person:
      return tr("Person");
    case Address:
      return tr("Number");
    case State:
      return tr("State");
    case Delivery:
      return tr("Delivery");
    case Reason:
      return tr("Why");
    case Provider:
      return tr("Provider");
    case Parts:
      return tr("Parts");
    case Updated:
      return tr("Last change");
    default:
      return {};
  }
}

QVariant RecipientListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const reports::Recipient& recipient = row(index.row());
  if (role == role::Tone) return static_cast<int>(stateTone(recipient.state));
  if (role == role::Key) return recipient.id.value;
  if (role == Qt::ToolTipRole && index.column() == Delivery) return recipient.deliveryWords;
  if (role == Qt::ToolTipRole && index.column() == Reason) {
    return recipient.answer.isEmpty() ? recipient.reasonText : recipient.answer;
  }
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  switch (index.column()) {
    case Person:
      return recipient.identity.isEmpty() ? tr("Deleted person") : recipient.identity;
    case Address:
      return recipient.address;
    case State:
      return delivery::rowStateText(recipient.state);
    case Delivery:
      if (recipient.state != RowState::Accepted || recipient.delivery.isEmpty()) return {};
      return recipient.deliveryCode > 0 ? delivery::deliveryCodeText(recipient.deliveryCode)
                                        : delivery::deliveryStateText(recipient.delivery);
    case Reason:
      return recipient.reasonText;
    case Provider:
      return recipient.provider;
    case Parts:
      return recipient.parts > 0 ? QVariant(recipient.parts) : QVariant();
    case Updated:
      if (role == role::Raw) return recipient.updatedAt;
      return QLocale().toString(recipient.updatedAt.toLocalTime(), QStringLiteral("d MMM HH:mm:ss"));
    default:
      return {};
  }
}

}  // namespace heliograph::items
